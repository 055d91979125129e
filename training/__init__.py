"""Training of the shipped tagger, by hand and offline; nothing here is part of the package."""
