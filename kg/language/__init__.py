"""The German language pipeline: the only place that builds it.

`load()` gives a spaCy pipeline that tokenizes, splits sentences, tags, parses, lemmatises and finds entities.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load(threads: int | None = None) -> "Language":
    """The pipeline with the shipped weights.

    Args:
        threads: how many articles `pipe` reads at the same time, by default as many as there are cores for this
            process; results do not depend on it.
    """
    import os

    from kg.language.pipeline import build_pipeline

    if threads is None:
        threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return build_pipeline(threads)
