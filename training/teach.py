"""Silver trees: the teacher parses the sentences that only have entities."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from training.evaluate import analyse, pipeline_over
from training.sentences import Sentence


def rows(doc: Doc, spaces: tuple[bool, ...]) -> Iterator[str]:
    """A parsed sentence as lines of CoNLL-U."""
    for token, space in zip(doc, spaces, strict=True):
        root = token.head.i == token.i
        cells = (
            str(token.i + 1),
            token.text,
            "_",
            token.pos_,
            "_",
            str(token.morph) or "_",
            "0" if root else str(token.head.i + 1),
            "root" if root else token.dep_,
            "_",
            "_" if space else "SpaceAfter=No",
        )
        yield "\t".join(cells)


def write_silver(folder: Path, sentences: Iterable[Sentence], target: Path) -> None:
    """Parse sentences with the exported files in a folder, decoding and corrections by form included.

    Sentences in which the rules leave more than one root, as in overlong ones, are left out.
    """
    nlp = pipeline_over(folder)
    part = target.with_suffix(".part")
    with part.open("w", encoding="utf8") as out:
        for sentence in sentences:
            doc = analyse(nlp, sentence)
            if sum(token.head.i == token.i for token in doc) == 1:
                out.write("\n".join(rows(doc, sentence.spaces)) + "\n\n")
    part.replace(target)
