"""The German language pipeline: the only place that builds it.

`load()` gives a spaCy pipeline that tokenizes, splits sentences, tags, parses, lemmatises and finds entities.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load(threads: int = 1) -> "Language":
    """The pipeline with the shipped weights.

    Args:
        threads: cores that the network may use; results do not depend on it.
    """
    from kg.language.pipeline import build_pipeline

    return build_pipeline(threads)
