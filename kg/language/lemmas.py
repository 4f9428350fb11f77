"""Lemmas: the treebanks' own for the forms they have, then simplemma's, else the script that the network chose."""

import re
from functools import cached_property
from pathlib import Path

from simplemma import Lemmatizer as WordLists

from kg.language.lemma_scripts import apply_script

LANGUAGE = "de"
UNCHANGED_TAGS = frozenset({"PUNCT", "NUM", "SYM", "X"})
# Of the 2,142 words of GSD dev that the table lacks, simplemma gets 90 % right, the scripts alone 75 %.
LISTED_TAGS = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
DECLENSION = re.compile(r"(?<=.{3})e[nmrs]?$")
LONGEST_LISTED = 60  # letters
REMEMBERED = 200_000  # words; then the memory starts anew


class Lemmatizer:
    """Looks forms up by tag, then applies scripts.

    Args:
        path: rows of tag, form, lemma; forms in lower case but for nouns.
        scripts: the scripts that class numbers stand for.
    """

    def __init__(self, path: Path, scripts: list[str]) -> None:
        rows = (line.split("\t") for line in path.read_text(encoding="utf8").split("\n") if line)
        self.table = {(tag, form): lemma for tag, form, lemma in rows}
        self.scripts = scripts
        self.known: dict[tuple[str, str, int], str] = {}

    @cached_property
    def word_lists(self) -> WordLists:
        """simplemma, opened for the first word that the treebanks lack."""
        return WordLists()

    def lemma(self, word: str, tag: str, script: int) -> str:
        """The lemma of a word with its tag and the number of its script."""
        key = (word, tag, script)
        if key not in self.known:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            self.known[key] = self.find(*key)
        return self.known[key]

    def find(self, word: str, tag: str, script: int) -> str:
        """The lemma, not remembered."""
        if tag in UNCHANGED_TAGS or not word[:1].isalnum():
            return word
        form = word if tag == "NOUN" else word.lower()
        return self.table.get((tag, form)) or self.listed(form, tag) or apply_script(word, self.scripts[script]) or word

    def listed(self, form: str, tag: str) -> str | None:
        """simplemma's lemma where it can be one of this tag."""
        if tag not in LISTED_TAGS or len(form) > LONGEST_LISTED:
            return None
        lemma = self.word_lists.lemmatize(form, LANGUAGE)
        if tag == "NOUN":
            return lemma if lemma[:1].isupper() else None
        if tag == "ADJ":
            # "bestellten" as an adjective is "bestellt", not the verb "bestellen".
            bare = DECLENSION.sub("", form)
            return bare if lemma.endswith("n") and not bare.endswith("n") else lemma.lower()
        return lemma if lemma.endswith("n") and lemma.islower() else None
