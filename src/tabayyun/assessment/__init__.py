"""Reports and Gathering -> Assessment: agreement and contradiction per slot, documents of one origin, shared sources."""

from tabayyun.assessment.assess import assess

__all__ = ["assess"]
