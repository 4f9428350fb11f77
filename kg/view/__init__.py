"""The page: the graph as a picture that one can search, filter and ask for its evidence."""

from kg.view.page import write_page, write_records
from kg.view.reader import read_file, read_records

__all__ = ["read_file", "read_records", "write_page", "write_records"]
