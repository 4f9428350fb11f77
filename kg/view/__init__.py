"""The page: the graph as a picture that one can search and ask for its evidence."""

from kg.view.page import write_page

__all__ = ["write_page"]
