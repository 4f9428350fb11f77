"""Named entities: GermEval 2014 (outer column) and Universal NER."""

from pathlib import Path

from training.sentences import Sentence

NO_SPACE_BEFORE = set(".,;:!?)")
KIND_OF = {"OTH": "MISC"}


def read_columns(path: Path) -> list[list[tuple[str, str]]]:
    """Sentences as (word, tag) pairs from columns 2 and 3."""
    sentences: list[list[tuple[str, str]]] = []
    sentence: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf8").split("\n"), ""]:
        if not line:
            if sentence:
                sentences.append(sentence)
            sentence = []
        elif not line.startswith("#"):
            cells = line.split("\t")
            sentence.append((cells[1], cells[2]))
    return sentences


def read_germeval(path: Path, style: str = "de_germeval") -> list[Sentence]:
    """GermEval sentences: derivations and compounds of names count as no entity, OTH is called MISC."""
    sentences = []
    for pairs in read_columns(path):
        words = [word for word, _ in pairs]
        tags = []
        for _, tag in pairs:
            if tag == "O" or "deriv" in tag or "part" in tag:
                tags.append("O")
            else:
                tags.append(tag[:2] + KIND_OF.get(tag[2:], tag[2:]))
        following = [*words[1:], "\n"]
        sentences.append(
            Sentence(
                words=tuple(words),
                spaces=tuple(word not in NO_SPACE_BEFORE for word in following),
                style=style,
                entities=tuple(tags),
            )
        )
    return sentences


def read_uner(path: Path) -> dict[tuple[str, ...], list[str]]:
    """BIO tags of each sentence by its syntactic words; kinds other than PER, LOC, ORG become "O".

    The file's order is not that of the treebank, and a few sentences are split into other words.
    """
    return {
        tuple(word for word, _ in pairs): [tag if tag[2:] in ("PER", "LOC", "ORG") else "O" for _, tag in pairs]
        for pairs in read_columns(path)
    }


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Entities as (start, end, kind)."""
    found, start, kind = set(), -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != f"I-{kind}":
            found.add((start, index, kind))
            start = -1
        if tag != "O" and start < 0:
            start, kind = index, tag[2:]
    return found
