"""Dossier -> bytes and words: the public JSON, the page, the terminal summary, the explanation of one claim.

Nothing is decided here but how accounts are grouped for reading (`balance`); no truth is picked.
"""

from tabayyun.dossier.balance import hold_side_by_side
from tabayyun.dossier.bundle import decode, encode, schema, to_bundle
from tabayyun.dossier.explanation import explain
from tabayyun.dossier.page import page, to_html
from tabayyun.dossier.summary import summarise, summary

__all__ = ["decode", "encode", "explain", "hold_side_by_side", "page", "schema", "summarise", "summary", "to_bundle", "to_html"]
