"""Data files -> Knowledge: cue, source, actor, event, weapon, target and loaded-word lexicons with one matcher.

Reads only what ships under `tabayyun/data`; every fault of every file is reported together.
"""

from tabayyun.lexicons.knowledge import Knowledge, knowledge, load

__all__ = ["Knowledge", "knowledge", "load"]
