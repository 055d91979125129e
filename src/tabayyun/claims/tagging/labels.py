"""What the tagger's numbers stand for: the order of its outputs, one place for training and reading alike."""

from tabayyun.model.claim import Act, Certainty, Kind, Polarity

CONTENT_TAGS = ("O", "B-said", "I-said", "B-own", "I-own")
ROLE_TAGS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-outer", "I-outer")
POLARITIES = (Polarity.AFFIRM, Polarity.DENY, Polarity.QUESTION)
CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)
ACTS = (Act.STATEMENT, Act.ACCUSATION, Act.RESPONSIBILITY_CLAIM, Act.DENIAL, Act.SPECULATION, Act.BACKGROUND)
KINDS = tuple(Kind)
LABELS = (slice(0, 3), slice(3, 6), slice(6, 12), slice(12, 12 + len(KINDS)))
"""Where polarity, certainty, act and the source's kind stand among a content's label scores."""
MARKS = 7
"""How many things the rules may say of a piece (windows.RULE_...)."""
