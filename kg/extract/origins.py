"""Which state the people named are said to be from: "der Schweizer Jan Holm", "Jan Holm aus Norwegen"."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from kg.extract.clusters import Entity
from kg.extract.mentions import Name
from kg.extract.titles import Title
from kg.facts import ActorKind
from kg.lexicon.people import adpositions


def tell_origins(doc: Doc, titles: Sequence[Title], of_name: Mapping[Name, Entity]) -> None:
    """Notes the states, so that "der Schwede" later on takes up no Swiss."""
    for title in titles:
        entity = of_name[title.name]
        if entity.kind is ActorKind.PERSON and entity.origin is None:
            entity.origin = title.description.people
    states = {n.start: n.known for n in of_name if n.kind is ActorKind.COUNTRY}
    for name, entity in of_name.items():
        if entity.kind is not ActorKind.PERSON or entity.origin is not None or name.end + 1 >= len(doc):
            continue
        source = adpositions().get(doc[name.end].lower_)
        at = name.end + (2 if doc[name.end + 1].pos_ == "DET" else 1)
        if source is not None and source.sense == "place" and source.binds and not source.local:
            entity.origin = states.get(at)
