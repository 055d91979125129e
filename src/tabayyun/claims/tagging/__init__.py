"""The shipped tagger: windows of word pieces, the network, decoding, and its combination with the rules."""
