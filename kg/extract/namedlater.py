"""People whom the first sentence describes and the next one names: "einen Feuerwehrmann", "der 26-jährige Jan H."."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from kg.extract.clusters import Entity
from kg.extract.descriptions import Description, is_numbered
from kg.extract.mentions import Name
from kg.extract.peoplebefore import AGE, OFFICE_FIELDS
from kg.extract.salience import sentence_numbers
from kg.extract.titles import Title
from kg.facts import ActorKind


def named_later(
    doc: Doc,
    descriptions: Sequence[Description],
    titles: Sequence[Title],
    of_name: Mapping[Name, Entity],
) -> dict[int, Entity]:
    """Heads of descriptions in the first sentence -> whom the second one brings in by name and age.

    The age tells that readers know of the person already; it must fit one description only.
    """
    sentence = sentence_numbers(doc)
    titled = {t.description.head for t in titles}
    lead = [d for d in descriptions if sentence[d.head] == 0 and d.head not in titled and _introduces(d)]
    if not lead or any(n.kind is ActorKind.PERSON and sentence[n.start] == 0 for n in of_name):
        return {}
    first: dict[Entity, int] = {}
    for name, entity in of_name.items():
        first[entity] = min(name.start, first.get(entity, name.start))
    aged = {
        of_name[t.name]
        for t in titles
        if t.name.kind is ActorKind.PERSON and t.name.start == first[of_name[t.name]] and _tells_age(doc, t)
    }
    found = [e for e in aged if sentence[first[e]] == 1]
    if len(found) != 1:
        return {}
    fitting = [d for d in lead if not d.gender or found[0].gender in (None, d.gender)]
    return {fitting[0].head: found[0]} if len(fitting) == 1 else {}


def _introduces(d: Description) -> bool:
    """Whether a phrase speaks of one person who is new: "ein Feuerwehrmann", but no "Sprecher" of somebody else."""
    if d.role is None or d.number != "Sing" or d.definite not in ("indef", "poss"):
        return False
    return d.definite == "poss" or d.role.field not in OFFICE_FIELDS


def _tells_age(doc: Doc, title: Title) -> bool:
    d = title.description
    if d.head > title.name.start:
        return False
    return (d.role is not None and d.role.field == AGE) or any(
        is_numbered(t) and t.pos_ == "ADJ" for t in doc[d.start : d.head]
    )
