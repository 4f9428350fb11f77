"""The lemmas of frequent forms as the treebanks give them."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.sentences import Sentence

SURE = 0.75  # share a lemma needs among those of its form and tag


def lemma_table(sentences: Iterable[Sentence]) -> list[tuple[str, str, str]]:
    """(tag, form, lemma) rows, forms in lower case except nouns'; forms with several lemmas are left out."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, lemma, tag in zip(sentence.words, sentence.lemmas or (), sentence.tags or (), strict=True):
            if (
                lemma is not None
                and lemma != "_"
                and tag is not None
                and tag not in ("PUNCT", "NUM", "X", "PROPN", "SYM")
            ):
                seen[tag, word if tag == "NOUN" else word.lower()][lemma] += 1
    rows = []
    for (tag, form), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= SURE * lemmas.total():
            rows.append((tag, form, lemma))
    return rows
