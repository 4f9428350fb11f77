"""Spans against the text of their articles."""

import re
from collections.abc import Callable, Iterator

from kg.graph.check.findings import Finding, Problem, excerpt
from kg.graph.nodes import Nodes, short_form

_FRAGMENT = re.compile(r"(?P<article>.*)#char=(?P<start>[0-9]{1,18}),(?P<end>[0-9]{1,18})", re.DOTALL)
_OF_STATEMENTS = (
    *("kg:contentSpan", "kg:speakerSpan", "kg:cueSpan", "kg:addresseeSpan", "kg:frameSpan", "kg:evidenceSpan"),
    *("kg:triggerSpan", "kg:span"),
)


def span_findings(
    nodes: Nodes, body_of: Callable[[str], str | None], file_of: Callable[[str], str]
) -> Iterator[Finding]:
    """Spans that are not the words that they say.

    Args:
        body_of: article -> its text, or None where it is not known.
        file_of: node -> source file, or nothing.
    """
    for span in nodes.of_type("oa:TextPositionSelector"):
        for message in _wrong(span, nodes, body_of):
            yield Finding(file_of(span), short_form(span), Problem.SPAN, message)
    for node in nodes:
        article = nodes.first(node, "kg:article")
        if article is None:
            continue
        for name in _OF_STATEMENTS:
            for span in nodes.all(node, name):
                if nodes.first(span, "kg:article") not in (None, article):
                    message = f"{name} lies in another article: {short_form(span)}"
                    yield Finding(file_of(node), short_form(node), Problem.SPAN, message)


def _wrong(span: str, nodes: Nodes, body_of: Callable[[str], str | None]) -> Iterator[str]:
    start, end = nodes.number(span, "oa:start"), nodes.number(span, "oa:end")
    exact, article = nodes.first(span, "oa:exact"), nodes.first(span, "kg:article")
    if start is None or end is None or exact is None or article is None:
        return  # the shapes say so
    named = _FRAGMENT.fullmatch(span)
    if named and (int(named["start"]), int(named["end"])) != (start, end):
        yield f"its IRI says {named['start']} to {named['end']}, oa:start and oa:end say {start} to {end}"
    if named and named["article"] != article:
        yield f"its IRI says {short_form(named['article'])}, kg:article says {short_form(article)}"
    body = body_of(article)
    if body is None:
        return
    if not 0 <= start < end <= len(body):
        yield f"{start} to {end} is no stretch of the text, which has {len(body):,} characters"
    elif body[start:end] != exact:
        where = _nearest(body, exact, start)
        place = f"; these words stand at {where} to {where + len(exact)}" if where is not None else ""
        yield f"oa:exact is {excerpt(exact)}, the text has {excerpt(body[start:end])}{place}"
    else:
        if _cuts(body, start) or _cuts(body, end):
            yield f"cuts a word: {excerpt(body[max(0, start - 10) : start] + '[' + exact + ']' + body[end : end + 10])}"
        before, after = nodes.first(span, "oa:prefix"), nodes.first(span, "oa:suffix")
        if before is not None and not body[:start].endswith(before):
            yield f"oa:prefix is {excerpt(before)}, the text has {excerpt(body[max(0, start - len(before)) : start])}"
        if after is not None and not body.startswith(after, end):
            yield f"oa:suffix is {excerpt(after)}, the text has {excerpt(body[end : end + len(after)])}"


def _cuts(body: str, place: int) -> bool:
    return 0 < place < len(body) and body[place - 1].isalnum() and body[place].isalnum()


def _nearest(body: str, words: str, place: int) -> int | None:
    """Where else the words stand, as near to a place as possible."""
    if not words:
        return None
    before, after = body.rfind(words, 0, max(0, place) + len(words)), body.find(words, max(0, place))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - place), default=None)
