"""Bytes -> Document: files of several kinds become frozen texts with their hashes; one bad input never stops the others.

Reads what it is given and nothing else: no network, no clock. Never changes a text once it is read.
"""

from tabayyun.ingest.inputs import Given, Loaded, load

__all__ = ["Given", "Loaded", "load"]
