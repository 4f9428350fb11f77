"""Where articles are processed: in this process, or in several beside it."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from rdflib import RDF
from spacy.language import Language

import kg.language
from kg.errors import ArticleError, UsageError
from kg.facts import Facts
from kg.graph.store import write_whole
from kg.graph.vocab import SEM, check_base_iri
from kg.ingest import Source, find_sources, read_article
from kg.pipeline import merge, read_facts, resolve, write
from kg.resolve import Aliases, Draft, read_aliases

ARTICLES_PER_JOB = 8
"""Fewer than this are done before a further process has loaded the language model (about a second)."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file: its facts, or a message that says why there are none."""

    source: Source
    facts: Facts | None
    failure: str | None = None


@dataclass(frozen=True)
class Report:
    """What a build did.

    Attributes:
        failures: one message for each file that could not be built.
        doubts: one message for each doubt about a file that was built.
        notices: what the user should know about the alias file.
        aliases: the alias file, where there is one.
        drafts: how many doubtful merges it asks about.
        skipped: files in the folders that are no articles.
        seconds: wall time.
    """

    output: Path
    page: Path | None
    counts: dict[str, int]
    failures: tuple[str, ...]
    doubts: tuple[str, ...]
    skipped: tuple[Path, ...]
    seconds: float = field(compare=False)
    notices: tuple[str, ...] = ()
    aliases: Path | None = None
    drafts: int = 0


def build(
    inputs: Sequence[Path],
    output: Path,
    *,
    base_iri: str,
    page: Path | None = None,
    aliases: Path | None = None,
    jobs: int | None = None,
    with_text: bool = True,
    on_start: Callable[[int], None] = lambda total: None,
    on_article: Callable[[Outcome], None] = lambda outcome: None,
) -> Report:
    """Read articles and write their graph.

    Args:
        inputs: files and folders.
        output: where the Turtle goes.
        page: where the page goes; None leaves it out.
        aliases: the file in which users decide who is one; it is written if there is a doubt. None does without.
        jobs: processes; None takes one for each processor, fewer for few articles.
        with_text: whether the graph holds the articles' bodies.
        on_start: called with the number of articles before the first one.
        on_article: called after each article, in the order of the sources.

    Raises:
        UsageError: an input is missing or of an unknown kind, an output cannot be written, `base_iri` cannot begin
            IRIs, the alias file is malformed, or no article could be built. Nothing is written then.
    """
    begun = time.monotonic()
    check_base_iri(base_iri)
    if output == page:
        raise UsageError(f"{output}: the graph and the page cannot be one file. End the graph's name in .ttl.")
    if aliases in (output, page) and aliases is not None:
        raise UsageError(f"{aliases}: the alias file cannot be the graph or the page too. Name another one.")
    for path in filter(None, (output, page, aliases)):
        _check_writable(path)
    known = None if aliases is None else read_aliases(aliases)
    found = find_sources(inputs)
    if not found.sources:
        raise UsageError(f"{', '.join(map(str, inputs))}: no articles (.txt) found. Name a folder that holds some.")
    on_start(len(found.sources))
    outcomes = []
    for outcome in process(found.sources, jobs):
        outcomes.append(outcome)
        on_article(outcome)
    facts = [o.facts for o in outcomes if o.facts is not None]
    failures = tuple(o.failure for o in outcomes if o.failure is not None)
    if not facts:
        raise UsageError("\n".join((*failures, "No article could be built, nothing is written.")))
    resolution = resolve(facts, known.decisions if known is not None else ())
    graph = merge(facts, resolution, base_iri=base_iri, with_text=with_text)
    write(graph, output, page)
    notices = list(resolution.problems)
    written = known is not None and _write_aliases(known, resolution.drafts, notices)
    return Report(
        output=output,
        page=page,
        counts={**count(facts), "actors": len(set(graph.subjects(RDF.type, SEM.Actor)))},
        failures=failures,
        doubts=tuple(f"{o.source.path}: {d}" for o in outcomes if o.facts for d in o.facts.article.doubts),
        skipped=found.skipped,
        seconds=time.monotonic() - begun,
        notices=tuple(notices),
        aliases=aliases if written else None,
        drafts=len(resolution.drafts),
    )


def _write_aliases(known: Aliases, drafts: Sequence[Draft], notices: list[str]) -> bool:
    """Write the drafts beside what the user decided; whether there is such a file now."""
    content = known.with_drafts(drafts)
    if content is None or content == known.content:
        return content is not None
    if read_aliases(known.path).content != known.content:
        notices.append(f"{known.path}: somebody changed it meanwhile, it was left alone. Build again.")
    else:
        write_whole(known.path, content)
    return True


def count(facts: Sequence[Facts]) -> dict[str, int]:
    """How many of each kind of record the articles hold."""
    return {
        "articles": len(facts),
        "quotations": sum(len(f.quotations) for f in facts),
        "stances": sum(len(f.stances) for f in facts),
        "events": sum(len(f.events) for f in facts),
    }


def _check_writable(path: Path) -> None:
    """Fail before the work is done rather than after it."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder. Name a file in it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{path}: its folder cannot be made ({error.strerror}). Name a folder you may write to."
        ) from error
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"{path}: its folder cannot be written to. Name another one, or change its permissions.")


def process(sources: Sequence[Source], jobs: int | None = None) -> Iterator[Outcome]:
    """The outcome of each source, in their order, the same for any number of jobs."""
    if jobs is None:
        jobs = min(os.cpu_count() or 1, -(-len(sources) // ARTICLES_PER_JOB))
    if jobs <= 1:
        yield from map(process_one, sources)
        return
    done = 0
    try:
        with _pool(jobs) as pool:
            for outcome in pool.map(process_one, sources, chunksize=1):
                yield outcome
                done += 1
    except BrokenProcessPool:
        # One article took its process down (out of memory, say). Alone in a process each, only that one is lost.
        for source in sources[done:]:
            yield _process_apart(source)


def process_one(source: Source) -> Outcome:
    """Read and extract one file; a fault of any kind is this file's failure, never the build's."""
    try:
        return Outcome(source, read_facts(read_article(source), _language()))
    except ArticleError as error:
        return Outcome(source, None, str(error))
    except Exception as error:  # whatever a text provokes, the other articles are built
        return Outcome(
            source, None, f"{source.path}: a fault of kg ({type(error).__name__}: {error}). Please report it."
        )


def _process_apart(source: Source) -> Outcome:
    try:
        with _pool(1) as pool:
            return pool.submit(process_one, source).result()
    except BrokenProcessPool:
        return Outcome(
            source, None, f"{source.path}: its process died, perhaps out of memory. Split or remove the file."
        )


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Forking after onnxruntime has started its threads can hang the child.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


@cache
def _language() -> Language:
    return kg.language.load(threads=1)
