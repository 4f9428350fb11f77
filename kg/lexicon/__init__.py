"""German knowledge as data: tables in TOML beside this file, each entry with an example sentence, and their loader."""

from kg.lexicon.loader import read_table

__all__ = ["read_table"]
