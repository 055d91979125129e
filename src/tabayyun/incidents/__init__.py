"""Reports -> Gathering: which claims, within and across documents, speak of one and the same event."""

from tabayyun.incidents.gather import gather

__all__ = ["gather"]
