"""Words for two actors named before: "die beiden Unternehmen", "sie" after "A und B"."""

from collections.abc import Callable, Mapping

from spacy.tokens import Doc, Token

from kg.extract.agreement import is_both
from kg.extract.clusters import Entity
from kg.extract.descriptions import Description
from kg.extract.ownersdescribed import stands_for_owner
from kg.extract.peoplebefore import MEN_AND_WOMEN, PRIVATE_FIELDS, competes
from kg.extract.salience import MEMORY, SUBJECT_BONUS, History
from kg.extract.scene import Scene
from kg.extract.syntax import children, feature, finite, rel
from kg.facts import ActorKind
from kg.lexicon.people import Group, role

NEAR = 3
"""Sentences back to a pair that "die beiden" takes up; "sie" looks back one."""
STATES = "states"
"""Sort of the plural nouns that mean states ("Länder")."""

Fits = Callable[[Entity], bool]


def described_pair(doc: Doc, d: Description, scene: Scene) -> tuple[Entity, ...]:
    """The two whom "die beiden Unternehmen" means: coordinated before, or the only two of the kind spoken of lately.

    "Seine beiden Söhne" and "die beiden Gewerkschaften Nord und Süd" take up nobody.
    """
    history = scene.history
    front = doc[max(d.start - 1, 0) : d.head]
    owned = any(feature(t, "Poss") == "Yes" for t in doc[max(d.start - 2, 0) : d.head])
    if d.number != "Plur" or owned or not any(is_both(t) for t in front):
        return ()
    if d.has_complement or d.owner_name is not None or any(rel(c) in ("appos", "flat") for c in doc[d.head].children):
        return ()
    kind, beside = _fitting(d), scene.beside(d)
    if kind is None:
        return ()

    def fits(e: Entity) -> bool:
        return kind(e) and e not in beside  # "Der Bischof lobte beide Männer" speaks of two others

    return (
        _coordinated(doc, d.head, history, fits, NEAR)
        or _only_two(d.head, history, fits, NEAR)
        or _only_two(d.head, history, fits, MEMORY)
        or (_last_two(d.head, history, fits) if _are_people(d) and d.owner is None and d.stem is None else ())
    )


def joint_owners(doc: Doc, d: Description, by_token: Mapping[int, Entity]) -> tuple[Entity, ...]:
    """The bodies that people act for together: "Vertreter der Nordpartei und der Grünen"."""
    if d.number != "Plur" or not stands_for_owner(d):
        return ()
    for first in children(doc[d.head], "nmod"):
        found = tuple(dict.fromkeys(by_token[t.i] for t in (first, *children(first, "conj")) if t.i in by_token))
        if first.i > d.head and len(found) > 1:
            return found if all(e.kind in (ActorKind.ORGANIZATION, ActorKind.COUNTRY) for e in found) else ()
    return ()


def pronoun_pair(token: Token, history: History) -> tuple[Entity, ...]:
    """The two that were the subject of the clause or sentence before: "A und B trafen sich. Sie …"."""
    verb = finite(token.head) if rel(token) == "nsubj" else None
    if feature(token, "PronType") != "Prs" or verb is None or feature(verb, "Number") != "Plur":
        return ()
    return _coordinated(token.doc, token.i, history, lambda e: bool(e.names or e.described), 1, subject=True)


def rival_named(doc: Doc, d: Description, history: History) -> Entity | None:
    """ "ihren Rivalen": of the only two people spoken of lately the one who is not the subject."""
    if d.role is None or d.definite != "poss" or d.has_complement or not (d.number == "Sing" or d.open_number):
        return None
    if not competes(d.role):
        return None
    two = _only_two(d.head, history, lambda e: e.kind is ActorKind.PERSON and bool(e.names), NEAR)
    here = history.sentence[d.head]
    subjects = (r.entity for r in history.lately(d.head, 0) if r.weight == SUBJECT_BONUS and r.sentence == here)
    owner = next((e for e in subjects if e in two), None)
    rival = next((e for e in two if e is not owner), None) if owner is not None else None
    return rival if rival is not None and rival.gender in (None, d.role.gender) else None


def _are_people(d: Description) -> bool:
    return d.role is not None or (d.group is not None and d.group.entry.of_body)


def _fitting(d: Description) -> Fits | None:
    the_role = role(d.group.base) if d.group is not None and d.group.entry.of_body else d.role
    men = the_role is not None and the_role.exact and the_role.noun in MEN_AND_WOMEN
    if the_role is not None and (men or the_role.field not in PRIVATE_FIELDS):
        gender = the_role.gender if men or the_role.gender == "Fem" else None
        return lambda e: e.kind is ActorKind.PERSON and bool(e.names) and (not gender or e.gender in (None, gender))
    if d.group is None:
        return None
    group: Group = d.group
    if group.entry.sort == STATES or group.entry.kind is ActorKind.COUNTRY:
        return lambda e: e.kind is ActorKind.COUNTRY
    if group.entry.kind is not ActorKind.ORGANIZATION:
        return None
    return lambda e: e.kind is ActorKind.ORGANIZATION and bool(e.names) and e.sort in (None, group.entry.sort)


def _coordinated(
    doc: Doc, before: int, history: History, fits: Fits, within: int, subject: bool = False
) -> tuple[Entity, ...]:
    """The last coordination of exactly two fitting actors."""
    named = {r.token: r for r in history.lately(before, within)}
    for i in sorted(named, reverse=True):
        second = doc[i]
        first = named.get(second.head.i)
        if rel(second) != "conj" or first is None or len(children(doc[first.token], "conj")) != 1:
            continue
        if subject and rel(doc[first.token]) != "nsubj":
            continue
        pair = (first.entity, named[i].entity)
        if pair[0] is not pair[1] and all(fits(e) for e in pair):
            return pair
    return ()


def _only_two(before: int, history: History, fits: Fits, within: int) -> tuple[Entity, ...]:
    near = [r for r in history.lately(before, within) if fits(r.entity)]
    found = tuple(dict.fromkeys(r.entity for r in reversed(near)))
    return found if len(found) == 2 else ()


def _last_two(before: int, history: History, fits: Fits) -> tuple[Entity, ...]:
    """The two that the fewest sentences back to them name; nobody where these name a third."""
    found: dict[Entity, int] = {}
    for r in history.lately(before, MEMORY):
        if len(found) > 1 and r.sentence != min(found.values()):
            break
        if fits(r.entity):
            found.setdefault(r.entity, r.sentence)
    return tuple(reversed(found)) if len(found) == 2 else ()
