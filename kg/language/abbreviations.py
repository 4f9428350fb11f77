"""The table kg/lexicon/abbreviations.toml: where a full stop belongs to a word."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Abbreviations:
    """Word lists for full stops; every word as it is printed."""

    never_final: frozenset[str]
    maybe_final: frozenset[str]
    pairs: frozenset[str]
    before_ordinals: frozenset[str]
    ordinal_nouns: frozenset[str]
    starters: frozenset[str]
    apostrophe_hosts: frozenset[str]
    before_counts: frozenset[str]
    words_too: frozenset[str]


@cache
def read_abbreviations() -> Abbreviations:
    """The table, read once."""
    text = (files("kg.lexicon") / "abbreviations.toml").read_text(encoding="utf8")
    tables = {
        name: frozenset(word for entry in entries for word in entry["words"])
        for name, entries in tomllib.loads(text).items()
    }
    maybe_final = tables["may_end_a_sentence"]
    return Abbreviations(
        never_final=(tables["before_a_name"] | tables["before_a_number_or_word"]) - maybe_final,
        maybe_final=maybe_final,
        pairs=tables["pairs_that_go_on"],
        before_ordinals=tables["after_an_ordinal"],
        ordinal_nouns=tables["ordinal_nouns"],
        starters=tables["starters"],
        apostrophe_hosts=tables["apostrophe_hosts"],
        before_counts=tables["before_a_count"],
        words_too=tables["words_too"],
    )
