"""What one graph says and another does not."""

from kg.graph.diff.compare import ArticleChanges, Change, Difference, Field, How, compare
from kg.graph.diff.items import Item, Kind

__all__ = ["ArticleChanges", "Change", "Difference", "Field", "How", "Item", "Kind", "compare"]
