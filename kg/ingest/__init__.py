"""Files to articles: one module per input format, chosen by the file's suffix."""

from kg.ingest.files import FORMATS, Found, Source, find_sources, read_article

__all__ = ["FORMATS", "Found", "Source", "find_sources", "read_article"]
