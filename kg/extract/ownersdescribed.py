"""Bodies without a name that others belong to: "Beamte des Landeskriminalamts", "die Strafkammer des Landgerichts"."""

from collections.abc import Mapping

from spacy.tokens import Doc

from kg.extract.clusters import Entity
from kg.extract.descriptions import Description
from kg.extract.syntax import children
from kg.facts import ActorKind
from kg.lexicon.namewords import body_members


def stands_for_owner(d: Description) -> bool:
    """Whether the noun means whom it belongs to: "Beamte", "Mitglieder"; "Anhänger" does not."""
    if d.group is not None:
        return d.group.entry.of_body or d.group.entry.stands_for in ("always", "compound")
    return d.role is not None and d.role.noun in body_members()


def owner_described(
    doc: Doc, d: Description, heads: Mapping[int, Description], by_token: Mapping[int, Entity]
) -> Description | Entity | None:
    """The body right after the noun, as far as it is known yet: "Ermittler der Staatsanwaltschaft"."""
    if d.owner is not None or d.owner_name is not None or d.stem is not None or not stands_for_owner(d):
        return None
    if children(doc[d.head], "nummod"):
        return None  # "zehn Soldaten der Armee"
    for owner in children(doc[d.head], "nmod"):
        if not d.head < owner.i < d.end:
            continue
        if (known := by_token.get(owner.i)) is not None:
            return known if known.kind is ActorKind.ORGANIZATION else None
        inner = heads.get(owner.i)
        one = inner is not None and inner.group is not None and inner.number != "Plur"
        return inner if one and inner is not None and inner.definite in ("def", "dem") else None
    return None
