"""The record that every reader yields: one sentence with whatever annotation its source has."""

from dataclasses import dataclass, replace

IGNORED = -100  # the target torch's cross entropy leaves out


@dataclass(frozen=True)
class Sentence:
    """One sentence of surface words.

    Args:
        style: the source's annotation habits, such as "de_gsd"; the parser learns one vector for each.
        heads: 0-based; a root points at itself.
        tags: UPOS; None for a word whose tag the sources do not agree on.
        features: one dict of feature → value for a word; None where the source has no usable morphology.
        entities: BIO tags over PER, LOC, ORG, MISC; None where the source has none.
        partial_entities: the source does not annotate MISC, so its "O" may hide one.
        silver: tags, features and tree are the teacher's, not a person's.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    style: str
    tags: tuple[str | None, ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None
    features: tuple[dict[str, str], ...] | None = None
    lemmas: tuple[str | None, ...] | None = None
    entities: tuple[str, ...] | None = None
    partial_entities: bool = False
    silver: bool = False

    @property
    def german(self) -> bool:
        """Whether the words are German."""
        return self.style.startswith("de_")

    def with_words(self, words: tuple[str, ...], spaces: tuple[bool, ...] | None = None) -> "Sentence":
        """The same annotation over other spellings of the words."""
        return replace(self, words=words, spaces=spaces or self.spaces)
