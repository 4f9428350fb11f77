"""Whether what nodes point at is there, and whether shortcuts, claims and statements agree."""

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from kg.graph.check.findings import Finding, Problem, Triples, excerpt
from kg.graph.contents import contents_of
from kg.graph.iris import normalized_claim
from kg.graph.names import INSTANCES
from kg.graph.nodes import Nodes, short_form
from kg.graph.records import Contents, QuotationRecord

_SHORTCUTS = {"Opposing": "kg:opposes", "Supporting": "kg:supports"}


def agreement_findings(nodes: Nodes, file_of: Callable[[str], str]) -> Iterator[Finding]:
    """Shortcuts without a statement and the reverse, claims that nobody's words are, quotations inside themselves."""
    contents = contents_of(nodes)
    yield from _shortcuts(nodes, contents, file_of)
    yield from _claims(contents, file_of)
    yield from _nesting(contents, file_of)


def dangling_findings(triples: Triples, file_of: Callable[[str], str]) -> Iterator[Finding]:
    """References to something that the graph does not describe."""
    kinds = tuple(f"{kind}:" for kind in INSTANCES)
    for node, values in triples.items():
        for predicate, value in values:
            if not isinstance(value, NamedNode) or value.value in triples:
                continue
            if (short := short_form(value.value)).startswith(kinds):
                message = f"{short_form(predicate.value)} is {short}, which the graph does not describe"
                yield Finding(file_of(node), short_form(node), Problem.REFERENCE, message)


def _shortcuts(nodes: Nodes, contents: Contents, file_of: Callable[[str], str]) -> Iterator[Finding]:
    justified: dict[tuple[str, str, str], str] = {}
    allowed: set[tuple[str, str, str]] = set()
    for stance in contents.stances:
        name = _SHORTCUTS.get(stance.polarity)
        if name and stance.status == "Actual":
            justified.setdefault((stance.source, name, stance.target), stance.iri)
    for quotation in contents.quotations:
        own = contents.own_speakers(quotation)
        for speaker in quotation.speakers:
            allowed.add((speaker, "kg:said", quotation.claim))
            if speaker in own:
                justified.setdefault((speaker, "kg:said", quotation.claim), quotation.iri)
    for (subject, name, value), statement in justified.items():
        if value and subject in nodes and value not in nodes.all(subject, name):
            message = f"{short_form(subject)} {name} {short_form(value)} is missing beside it"
            yield Finding(file_of(statement), short_form(statement), Problem.SHORTCUT, message)
    for node in nodes:
        for name in (*_SHORTCUTS.values(), "kg:said"):
            for value in nodes.all(node, name):
                if (node, name, value) not in justified and (node, name, value) not in allowed:
                    message = f"{name} {short_form(value)} stands for no statement"
                    yield Finding(file_of(node), short_form(node), Problem.SHORTCUT, message)


def _claims(contents: Contents, file_of: Callable[[str], str]) -> Iterator[Finding]:
    for quotation in contents.quotations:
        words = " ".join(span.words for span in quotation.content)
        if words and quotation.text and normalized_claim(words) != normalized_claim(quotation.text):
            message = f"its claim is {excerpt(quotation.text)}, its words are {excerpt(words)}"
            yield Finding(file_of(quotation.iri), short_form(quotation.iri), Problem.CLAIM, message)


def _nesting(contents: Contents, file_of: Callable[[str], str]) -> Iterator[Finding]:
    for quotation in contents.quotations:
        if _lies_in_itself(quotation, contents):
            message = "kg:isNestedIn leads back to itself"
            yield Finding(file_of(quotation.iri), short_form(quotation.iri), Problem.SHAPE, message)


def _lies_in_itself(quotation: QuotationRecord, contents: Contents) -> bool:
    seen: set[str] = set()
    outer = quotation.nested_in
    while outer is not None and outer not in seen:
        if outer == quotation.iri:
            return True
        seen.add(outer)
        record = contents.quotation_of.get(outer)
        outer = record.nested_in if record else None
    return False
