"""Bodies that descriptions take up: "die Behörde", "der Traditionsklub", "die Norweger", "Kämpfer der Miliz"."""

from kg.extract.clusters import Entity
from kg.extract.descriptions import Description
from kg.extract.pronouns import resolve_pronoun
from kg.extract.salience import MEMORY
from kg.extract.scene import NEAR, Scene, is_named_body, plural_base
from kg.extract.syntax import children, rel
from kg.facts import ActorKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.gazetteer import Known
from kg.lexicon.namewords import body_members, body_staff
from kg.lexicon.people import Group, Role, adpositions

TOLD_BY_NAME = frozenset({"authority", "church", "court", "ministry", "parliament", "prosecution"})
"""Sorts of bodies whose names say what they are: "die Staatsanwaltschaft" is no "Nordlicht" of before."""
COUNCILS = frozenset({"authority", "parliament"})
"""Sorts of bodies of which an article seldom speaks of two with one noun ("der Übergangsrat")."""
_WEAK = ("e", "en")
"""Endings of an adjective after an article."""
PARTY = "party"
"""Sort of the bodies whose compounds are names of their own ("die Reformpartei")."""
ELECTED_FIELDS = frozenset({"government", "party", "politics", "chief"})
"""Fields of those who act for a body only all together ("die Abgeordneten", not "Abgeordnete der Partei")."""


def possessors_body(scene: Scene, d: Description, group: Group) -> Entity | None:
    """ "seine Partei": the one that the person named belongs to."""
    word = scene.doc[d.start - 1] if d.start else None
    if d.definite != "poss" or word is None or not group.entry.anaphoric or d.has_complement:
        return None
    whose = resolve_pronoun(word, scene.history, scene.by_token)
    body = whose.affiliation if whose is not None and whose.kind is ActorKind.PERSON else None
    return body if body is not None and body.sort == group.entry.sort else None


def body_before(scene: Scene, d: Description, group: Group, owner: Entity | None) -> Entity | None:
    """The body of before that a description in the singular means, or None."""
    if d.has_complement:
        return _told_by_place(scene, d, group)
    noun = group.base.casefold()
    beside = scene.beside(d)

    def same_noun(e: Entity) -> bool:
        mine = [n.casefold() for n in e.nouns]
        return (
            e.kind is not ActorKind.PERSON
            and e not in beside
            and (d.definite != "poss" or e.kind is not ActorKind.COUNTRY)
            and (noun in mine or (owner is None and any(n.endswith(noun) for n in mine)))
        )

    def same_sort(e: Entity) -> bool:
        if e.kind is not ActorKind.ORGANIZATION or e.sort != group.entry.sort or e in beside:
            return False
        if owner is not None and e.affiliation not in (None, owner):
            return False
        return bool(e.names) or "-" in e.label or " " in e.label

    found = scene.history.last(same_noun, d.head)
    if found is not None and (owner is None or found.affiliation in (None, owner)):
        return found
    if d.by_compound and group.entry.anaphoric:
        return scene.history.last(same_sort, d.head)
    if owner is None and group.entry.anaphoric and group.exact:
        broad = (group.entry.sort, *group.entry.takes_up)
        sorts = broad if group.entry.sort in TOLD_BY_NAME else (group.entry.sort,)
        found = _told_exactly(scene, d, group, sorts, beside) or scene.history.last(same_sort, d.head)
        if found is None and group.entry.sort not in TOLD_BY_NAME:
            found = scene.history.last(lambda e: is_named_body(e) and e.sort is None and e not in beside, d.head, NEAR)
        return found or _told_exactly(scene, d, group, broad, beside)
    if owner is not None and group.entry.anaphoric and not d.by_compound:
        return scene.history.last(lambda e: same_sort(e) and bool(e.names) and e.affiliation is owner, d.head, NEAR)
    if owner is None and group.noun in group.entry.general and not group.exact:
        return _told_broadly(scene, d, group, beside)
    return None


def fuller_name(scene: Scene, d: Description, group: Group) -> Entity | None:
    """ "der Übergangsrat" in an article that somewhere names "der Nationale Übergangsrat" and no other."""
    if d.has_complement or group.entry.sort not in COUNCILS or not group.exact or group.noun in group.entry.general:
        return None
    noun = group.base.casefold()

    def fits(e: Entity) -> bool:
        last = (n.casefold().rpartition(" ") for n in e.names)
        return is_named_body(e) and any(w in (noun, noun + "s", noun + "es") and f.endswith(_WEAK) for f, _, w in last)

    found = [e for e in scene.register.entities if fits(e)]
    return found[0] if len(found) == 1 and found[0].known is None else None


def _told_by_place(scene: Scene, d: Description, group: Group) -> Entity | None:
    """ "die Firma aus Boston": the only body of its kind named lately."""
    place, after = d.owner_name, d.head + 1
    if place is None or place.kind is not ActorKind.PLACE or (place.start, place.end) != (after + 1, d.end):
        return None
    entry, beside = adpositions().get(scene.doc[after].lower_), scene.beside(d)
    if entry is None or entry.sense not in ("place", "source") or not (group.entry.anaphoric and group.exact):
        return None
    if d.definite not in ("def", "dem") or group.entry.sort in TOLD_BY_NAME:
        return None
    near = dict.fromkeys(r.entity for r in scene.history.lately(d.head, NEAR))
    found = [e for e in near if is_named_body(e) and e.sort == group.entry.sort and e not in beside]
    settled = len(found) == 1 and (found[0].affiliation is None or found[0].affiliation.kind is not ActorKind.PLACE)
    return found[0] if settled else None


def _told_broadly(scene: Scene, d: Description, group: Group, beside: frozenset[Entity]) -> Entity | None:
    """ "der Traditionsklub" after "der FC Nordstadt": the only body named lately that it can be."""
    if group.entry.sort in TOLD_BY_NAME | {PARTY}:
        return None
    tail = group.noun.casefold()

    def fits(e: Entity) -> bool:
        other = any(n.casefold().endswith(tail) and len(n) > len(tail) for n in e.nouns)
        return is_named_body(e) and e not in beside and e.sort in (None, group.entry.sort) and not other

    found = dict.fromkeys(r.entity for r in scene.history.lately(d.head, NEAR) if fits(r.entity))
    if len(found) != 1:
        return None
    entity = next(iter(found))
    entity.nouns.append(group.base)
    return entity


def _told_exactly(
    scene: Scene, d: Description, group: Group, sorts: tuple[str, ...], beside: frozenset[Entity]
) -> Entity | None:
    """ "die Behörde" after "das Regierungspräsidium": whom a narrower noun has named just before."""
    if group.noun not in group.entry.general:
        return None
    return scene.history.last(
        lambda e: e.kind is not ActorKind.PERSON and e.sort in sorts and e.gender != "Plur" and e not in beside,
        d.head,
        NEAR,
    )


def body_from(scene: Scene, d: Description, state: Known) -> Entity | None:
    """ "die Norweger" after "der norwegische Ölkonzern Nordlicht": the body, unless the state itself is spoken of."""
    known, beside = scene.register.seen_known(state), scene.beside(d)
    for window in (NEAR, MEMORY):
        near = dict.fromkeys(r.entity for r in scene.history.lately(d.head, window))
        if known is None or known in near:
            return None
        found = [e for e in near if is_named_body(e) and e.affiliation is known and e not in beside]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def act_for(scene: Scene, d: Description, owner: Entity) -> bool:
    """Whether the people mean the body they belong to ("Kämpfer der Miliz"); "zwölf Kämpfer der Miliz" do not."""
    if d.role is None or d.role.noun not in body_members() or owner.kind is not ActorKind.ORGANIZATION:
        return False
    counted = d.definite == "indef" or d.counted is not None or bool(children(scene.doc[d.head], "nummod"))
    told = d.role.field not in ELECTED_FIELDS or d.definite in ("def", "dem")
    return told and not counted and not is_former(scene, d) and is_owned_directly(scene, d)


def is_former(scene: Scene, d: Description) -> bool:
    """ "ehemalige Mitglieder der Partei", who no longer act for it."""
    return any(t.lemma_.lower() in modal_words()["former"] for t in scene.doc[d.start : d.head])


def body_of_people(scene: Scene, d: Description) -> Entity | None:
    """ "Chile verhaftete ihre Kämpfer": the body spoken of before; "die Firma entließ ihre Leute" speaks of both."""
    word = scene.doc[d.head - 1] if d.head else None
    members = d.role.noun in body_members() | body_staff() if d.role else d.group is not None and d.group.entry.of_body
    token = scene.doc[d.head]
    part = rel(token) == "nmod" or bool(children(token, "nummod"))  # "3500 ihrer Kämpfer"
    if not members or part or d.number != "Plur" or d.has_complement or word is None or d.definite != "poss":
        return None
    body = resolve_pronoun(word, scene.history, scene.by_token)
    named = body is not None and is_named_body(body)
    return body if named and body not in scene.beside(d) else None


def is_owned_directly(scene: Scene, d: Description) -> bool:
    """ "Vertreter der Partei Nordlicht", not "Vertreter aller im Bundestag sitzenden Parteien"."""
    if d.owner_name is None:
        return d.owner is None and d.stem is None  # then only a description is an owner: "Vertreter der Partei"
    owner = scene.doc[d.owner_name.start : d.owner_name.end].root
    while rel(owner) in ("appos", "flat"):
        owner = owner.head
    within = any((e := adpositions().get(c.lower_)) and e.sense == "place" for c in children(owner, "case"))
    return owner.head.i == d.head and not within  # "die Unionsfraktion im Bundestag"


def employer(scene: Scene, d: Description, the_role: Role) -> Entity | None:
    """The body that acts through its people: "die Richter" after "das Gericht"."""
    if not the_role.members_of or d.start < d.head:
        return None
    noun = plural_base(d, scene.doc)
    people = scene.history.last(lambda e: e.kind is ActorKind.GROUP and noun in e.nouns, d.head)
    return people or scene.history.last(
        lambda e: e.kind is ActorKind.ORGANIZATION and e.sort in the_role.members_of, d.head
    )
