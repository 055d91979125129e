"""Document -> TextLayer: the folded shadow, tokens, sentences, quotations, and the language of each paragraph.

Never changes the text; every offset leads back to printed words through `Shadow.origin`.
"""

from tabayyun.text.fold import fold
from tabayyun.text.read import read

__all__ = ["fold", "read"]
