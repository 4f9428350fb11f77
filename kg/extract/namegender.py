"""The grammatical gender of bodies by the articles before their names: "der Mieterbund", "die Nordfunk"."""

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc

from kg.extract.clusters import Entity
from kg.extract.mentions import Name
from kg.extract.syntax import feature
from kg.facts import ActorKind


def settle_genders(doc: Doc, of_name: Mapping[Name, Entity]) -> None:
    """Gives bodies whose gender nothing else tells the one that most of their articles show."""
    votes: dict[Entity, Counter[str]] = {}
    for name, entity in of_name.items():
        if entity.kind is not ActorKind.ORGANIZATION or entity.gender is not None or name.start == 0:
            continue
        before = doc[name.start - 1]
        if before.pos_ == "DET" and feature(before, "Definite") == "Def":
            gender = "Plur" if feature(before, "Number") == "Plur" else feature(before, "Gender")
            if gender:
                votes.setdefault(entity, Counter())[gender] += 1
    for entity, seen in votes.items():
        entity.gender = max(seen, key=lambda g: (seen[g], g))
