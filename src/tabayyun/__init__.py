"""Tabayyun traces evidence in conflict news: who claims what, through whom, how firmly, and where accounts differ."""

__version__ = "0.1.0"
