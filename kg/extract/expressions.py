"""Which stretches of a description's phrase count as expressions for the described."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from kg.extract.descriptions import Description
from kg.extract.mentions import Name
from kg.extract.syntax import rel
from kg.facts import ActorKind
from kg.lexicon.people import adpositions


def beginnings(doc: Doc, d: Description) -> tuple[int, ...]:
    """Where an expression can begin: at the noun and before each of its adjectives and numbers.

    "früheren polnischen Minister": "Minister", "polnischen Minister", "früheren polnischen Minister".
    """
    first, found = d.start, {d.core}
    if doc[first].pos_ == "NOUN" and d.owner_name is None:
        first = next((i for i in range(first + 1, d.core) if doc[i].pos_ == "ADJ"), d.core)
    for child in doc[d.head].children:
        if child.i >= d.core or (rel(child) not in ("amod", "nummod") and child.pos_ != "NUM"):
            continue
        edge = next((t.i for t in doc[child.left_edge.i : child.i] if t.pos_ != "DET"), child.i)
        if doc[edge].pos_ in ("NOUN", "PROPN"):
            edge = child.i  # cut off from its adposition
        if edge < d.start:
            # A participle with words of its own: "mit einem Messer bewaffneter Mann".
            first = edge
        elif child.i >= d.start:
            found.update((edge, child.i) if child.pos_ == "NUM" else (edge,))
    found.add(first)
    if d.counted is not None:
        found.add(d.counted)
    return tuple(sorted(found))


def expressions(doc: Doc, d: Description) -> Iterator[tuple[int, int]]:
    """The stretches, longest first; the noun alone only where nothing follows that belongs to it."""
    ends = sorted({d.end, d.head + 1, *_joints(doc, d)}, reverse=True)
    for start in beginnings(doc, d):
        for end in ends:
            if start < d.core or end > d.head + 1 or not d.has_complement:
                yield start, end


def _joints(doc: Doc, d: Description) -> Iterator[int]:
    """Where what belongs to the noun can end before its last part: "Sprecher der Bank | in Kiel"."""
    for i in range(d.head + 2, d.end - 1):
        if doc[i].pos_ == "ADP" and doc[i - 1].pos_ in ("NOUN", "PROPN"):
            yield i


def before_place(doc: Doc, d: Description, starts: Mapping[int, Name]) -> Iterator[tuple[int, int]]:
    """A body with the place right after it, which the parse may have given to the verb: "die Polizei in Kiel".

    Args:
        starts: the article's names by their first token.
    """
    place = starts.get(d.end + 1)
    if d.group is None or d.has_complement or place is None or place.kind is not ActorKind.PLACE:
        return
    adposition = adpositions().get(doc[d.end].text)
    if adposition is not None and adposition.sense == "place" and adposition.binds:
        yield from ((start, place.end) for start in beginnings(doc, d))


def around_name(doc: Doc, name: Name, starts: Mapping[int, Name]) -> Iterator[tuple[int, int]]:
    """A name with its adjectives and the place that it belongs to: "bayerische Grüne", "Grüne in Kiel".

    Args:
        starts: the article's names by their first token.
    """
    first = name.start
    fronts = [first]
    while first > 0 and doc[first - 1].pos_ == "ADJ" and name.start <= doc[first - 1].head.i < name.end:
        first -= 1
        fronts.append(first)
    ends = [name.end]
    if name.kind is ActorKind.ORGANIZATION and (end := end_with_place(doc, name, starts)) is not None:
        ends.append(end)
    yield from ((start, end) for start in fronts for end in ends if (start, end) != (name.start, name.end))


def end_with_place(doc: Doc, name: Name, starts: Mapping[int, Name]) -> int | None:
    """End of the place that follows a body's name: "Konsulat in Kiel", "Reederei Holm aus Hamburg"."""
    place = starts.get(name.end + 1)
    if place is None or place.kind not in (ActorKind.PLACE, ActorKind.COUNTRY):
        return None
    adposition = adpositions().get(doc[name.end].text)
    root = doc[place.start : place.end].root
    tied = rel(root) == "nmod" and name.start <= root.head.i < name.end
    return place.end if adposition is not None and adposition.sense == "place" and adposition.binds and tied else None
