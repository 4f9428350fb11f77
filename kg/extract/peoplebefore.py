"""People that descriptions take up: "der Jurist", "die 48-Jährige", "ihr Rivale", "die Männer"."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.agreement import governs, is_contracted
from kg.extract.clusters import Entity
from kg.extract.descriptions import ORIGIN, Description
from kg.extract.pronouns import resolve_pronoun
from kg.extract.salience import MEMORY, Reference
from kg.extract.scene import NEAR, Scene, plural_base, takes_up
from kg.extract.syntax import children, clause_head, rel
from kg.facts import Act, ActorKind
from kg.lexicon.acts import noun_acts
from kg.lexicon.gazetteer import Known
from kg.lexicon.namewords import body_titles, owned_people, same_office
from kg.lexicon.people import Role, adpositions, role, weak_endings

Fits = Callable[[Entity], bool]

AGE = "age"
"""Field of the nouns for somebody's age ("die 48-Jährige")."""
KIN = "kin"
"""Field of relatives, whose nouns go with a name as well ("sein Sohn Jan")."""
FATE = "fate"
"""Field of those called after what has been done to them ("der Geschasste")."""
PRIVATE_FIELDS = frozenset({"address", KIN, "relation", AGE, FATE, ORIGIN})
"""Fields whose nouns are no roles ("Frau", "Sohn", "Kollege")."""
SYNONYM_FIELDS = frozenset({"revolt", "protest"})
"""Fields in which one group goes by several nouns ("Kämpfer", "Rebellen", "Aufständische")."""
SCENE_FIELDS = frozenset({"crime", "victim", "security", "revolt", "protest", "member"})
"""Fields whose definite nouns come with the scene ("der Täter", "die Polizisten") and need nobody named before."""
ACCUSED_FIELD = "crime"
"""Field whose nouns go together for one person: "der Verdächtige", "der Angeklagte", "der Täter"."""
CHARACTER_FIELDS = frozenset(
    {"culture", "science", "member", "work", "media", "church", "partisan", "politics", "revolt"}
)
"""Fields whose nouns tell more of somebody named before ("der Philosoph"), rarely of a holder of an office."""
COURT_FIELDS = frozenset({"law", "security"})
"""Fields of those who take part in a trial without being accused."""
WOMEN_FIELDS = frozenset(
    {"law", "chief", "government", "town", "party", "science", "work", "media", "culture", "politics", "sport"}
)
"""Fields of whose feminine nouns the only woman near is meant."""
HELD_BY_ONE = frozenset({"government", "town"})
"""Fields of offices whose named holder is meant, whoever without a name was called so since ("eine Senatorin")."""
RELATION = "relation"
"""Field of those whom somebody else has ("sein Rivale")."""
OFFICE_FIELDS = frozenset({"chief", "government", "town", "party", "law", "politics"})
"""Fields of those whom news lets act by their office alone ("ein Sprecher"), without telling their age."""
MEN_AND_WOMEN = frozenset({"Mann", "Frau"})
"""Nouns whose plural takes up any people named before."""


def person_before(scene: Scene, d: Description, the_role: Role | None, owner: Entity | None) -> Entity | None:
    """The person of before whom a description in the singular means, or None."""
    beside = scene.beside(d)

    def gender_fits(e: Entity) -> bool:
        return e.kind is ActorKind.PERSON and e not in beside and (not d.gender or e.gender in (None, d.gender))

    if the_role is None:
        from_there = scene.history.last(lambda e: gender_fits(e) and _country(e) == d.people, d.head)
        return from_there or scene.history.last(
            lambda e: gender_fits(e) and e.affiliation is None and e.origin is None, d.head, NEAR
        )
    noun, plain = the_role.base.casefold(), the_role.noun.casefold()

    def same_role(e: Entity) -> bool:
        if not gender_fits(e) or (owner is not None and e.affiliation not in (None, owner)):
            return False
        mine = [n.casefold() for n in e.nouns]
        if owner is not None and d.by_compound:
            tail = noun.rsplit("-", 1)[-1]
            return any(n == noun or n.rsplit("-", 1)[-1] == tail or tail.endswith(n) for n in mine)
        shorter = noun != plain and not the_role.distinct and owner is None
        known = any(takes_up(noun, n) or same_office(noun, n) for n in mine)
        return known or (shorter and plain in mine)

    def covered(e: Entity) -> bool:
        return gender_fits(e) and bool(e.fields.intersection(the_role.covers))

    found = None
    if the_role.field in HELD_BY_ONE and d.definite == "def":
        found = scene.history.last(lambda e: bool(e.names) and same_role(e), d.head)
    found = found or scene.history.last(same_role, d.head)
    if found is None and the_role.field == ACCUSED_FIELD and not the_role.distinct:
        found = scene.history.last(
            lambda e: gender_fits(e) and ACCUSED_FIELD in e.fields and not _has_distinct_noun(e), d.head
        )
    if found is None and the_role.tried and (not d.open_number or rel(scene.doc[d.head]) == "obj"):
        found = _most_spoken_of(scene, d, lambda e: gender_fits(e) and e.fields.isdisjoint(COURT_FIELDS), MEMORY)
    if found is None and the_role.covers:
        found = scene.history.last(covered, d.head)
    if found is None and the_role.field in (AGE, ORIGIN):
        named = the_role.field == ORIGIN  # of two without a name nobody knows where they are from
        found = _most_spoken_of(scene, d, lambda e: gender_fits(e) and (bool(e.names) or not named))
    if found is None and the_role.field == FATE:
        found = _most_spoken_of(scene, d, gender_fits) or _most_spoken_of(scene, d, gender_fits, MEMORY)
    if found is None and the_role.field == "kin" and the_role.exact and d.start == d.head:
        found = scene.history.last(lambda e: gender_fits(e) and not _is_neuter(e), d.head, NEAR)
    return found or _of_that_work(scene, d, the_role, owner, gender_fits) or _only_one(scene, d, the_role, gender_fits)


def age_alone(doc: Doc, d: Description) -> bool:
    """Whether it is somebody's age with a phrase that belongs to the verb: "sah den 47-Jährigen in Kiel"."""
    after = adpositions().get(doc[d.head + 1].lower_)
    if d.role is None or d.role.field != AGE or after is None:
        return False
    return after.sense != "place" or after.local  # "der 47-Jährige aus Kiel" is another one than before


def _country(e: Entity) -> Known | None:
    """Where somebody is from, as far as the article tells."""
    return e.origin or (e.affiliation.known if e.affiliation is not None else None)


def _of_that_work(scene: Scene, d: Description, the_role: Role, owner: Entity | None, fits: Fits) -> Entity | None:
    """ "der Torhüter": a named person of the field, or the one named last of whom nothing is known."""
    if d.definite == "poss" or the_role.field in PRIVATE_FIELDS | SCENE_FIELDS:
        return None  # "sein Kandidat" is somebody else than whose he is
    if the_role.noun in body_titles():
        return None  # "gegen den Gastgeber" may as well be against a team
    found = None
    if owner is None:
        found = scene.history.last(lambda e: fits(e) and bool(e.names) and the_role.field in e.fields, d.head, NEAR)
    if found is None:
        found = scene.history.last(
            lambda e: fits(e) and bool(e.names) and not e.roles and KIN not in e.fields and _belongs(e, d, owner),
            d.head,
            1,
        )
    if found is not None and the_role.base not in found.nouns:
        found.nouns.append(the_role.base)
        found.fields.add(the_role.field)
    return found


def _belongs(e: Entity, d: Description, owner: Entity | None) -> bool:
    """Whether nothing tells against somebody's serving this owner; a state's officials have to be known as its own."""
    if owner is None or e.affiliation is owner:
        return True
    official = owner.kind is ActorKind.COUNTRY and d.role is not None and d.role.field in OFFICE_FIELDS
    return e.affiliation is None and e.origin in (None, owner.known) and (d.by_compound or not official)


def _only_one(scene: Scene, d: Description, the_role: Role, fits: Fits) -> Entity | None:
    """ "ihr Rivale", "der Philosoph": the only one beside whom nobody named lately can be meant."""
    related = the_role.field == RELATION
    if d.definite == "poss" and (related or the_role.noun in owned_people()):
        whose = _possessor(scene, d)
        found = _only_named(scene, d, lambda e: fits(e) and e is not whose)
        known = whose is not None and whose.kind is ActorKind.PERSON and bool(whose.names)
        if found is None and (d.gender == "Fem" or not related or known):  # of men too many are named
            windows = (NEAR, MEMORY) if d.gender == "Fem" or (related and known) else (NEAR,)
            found = _only_of_gender(scene, d, lambda e: fits(e) and e is not whose, windows)
        return found
    if d.owner is not None or d.owner_name is not None:
        return None
    if related and d.definite == "def" and d.start == d.head and competes(the_role):
        # Only a person's rival must be a person: "die Angebote des Konkurrenten" may be a company's.
        personal = any(e.kind is ActorKind.PERSON for e in scene.beside(d))
        return _only_of_gender(scene, d, fits, (MEMORY,)) if personal else None
    alone = the_role.gender == "Fem" or the_role.field != "government"  # "die Beauftragte" is one of many
    if d.definite == "def" and d.gender == "Fem" and the_role.field in WOMEN_FIELDS and alone:
        return _only_of_gender(scene, d, fits, (NEAR, MEMORY))
    if not _characterises(scene, d, the_role):
        return None
    if scene.history.last(lambda e: fits(e) and _goes_by(e, the_role), d.head, NEAR) is not None:
        return None
    return _only_named(scene, d, fits, (1, NEAR))


def one_after_all(scene: Scene, d: Description, owner: Entity | None) -> Entity | None:
    """ "den Studenten", which can be one or several, after somebody who can be meant and no such group."""
    if not d.open_number or d.role is None or d.definite != "def" or d.has_complement:
        return None
    weak = d.role.noun.endswith(("e", *weak_endings()))
    if not weak or governs(scene.doc[d.head]) == "Dat":
        return None  # "den Aktionären", "von den Senatoren"
    noun = plural_base(d, scene.doc)
    if scene.history.last(lambda e: e.kind is ActorKind.GROUP and noun in e.nouns, d.head) is not None:
        return None
    return person_before(scene, replace(d, number="Sing", gender="Masc"), d.role, owner)


def competes(the_role: Role) -> bool:
    """Whether the noun is one for somebody's rivals ("Konkurrent"), whom no other word tells apart."""
    return any(e.act is Act.COMPETE and e.standing for e in noun_acts().get(the_role.noun.lower(), ()))


def _characterises(scene: Scene, d: Description, the_role: Role) -> bool:
    """Whether a noun with its own article tells more of somebody; "zum Hörer" and "das Opfer" do not."""
    own = any(not is_contracted(a) for a in children(scene.doc[d.head], "det")) and d.definite != "poss"
    return own and the_role.field in CHARACTER_FIELDS and the_role.gender != "Neut"


def _only_named(scene: Scene, d: Description, fits: Fits, windows: tuple[int, ...] = (1,)) -> Entity | None:
    """The only one of fitting gender who has been named in this sentence or the last ones, in another clause."""
    clause = clause_head(scene.doc[d.head]).i
    for window in windows:
        near = list(scene.history.lately(d.head, window))
        found = list(dict.fromkeys(r.entity for r in near if r.entity.names and fits(r.entity)))
        if found and (window == windows[0] or found[0].gender):
            beside = any(r.entity is found[0] and clause_head(scene.doc[r.token]).i == clause for r in near)
            return found[0] if len(found) == 1 and not beside else None
    return None


def _only_of_gender(scene: Scene, d: Description, fits: Fits, windows: tuple[int, ...]) -> Entity | None:
    """The only one of fitting gender whom the last sentences name, in the first window that names one at all."""
    clause = clause_head(scene.doc[d.head]).i
    for window in windows:
        near = [r for r in scene.history.lately(d.head, window) if r.entity.names and fits(r.entity)]
        beside = {r.entity for r in near if d.gender and clause_head(scene.doc[r.token]).i == clause}
        found = {r.entity for r in near if d.gender is None or r.entity.gender == d.gender} - beside
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _possessor(scene: Scene, d: Description) -> Entity | None:
    word = scene.doc[d.start - 1] if d.start else None
    return resolve_pronoun(word, scene.history, scene.by_token) if word is not None else None


def _most_spoken_of(scene: Scene, d: Description, fits: Fits, window: int = NEAR) -> Entity | None:
    """Whom "der 28-Jährige" means: the person that the text is about, no unnamed spokesman of a body."""

    def cost(ref: Reference) -> float | None:
        e = ref.entity
        if not fits(e) or _is_neuter(e) or (not e.names and not OFFICE_FIELDS.isdisjoint(e.fields)):
            return None
        return 0.0

    best = scene.history.most_salient(scene.doc[d.head], cost, window=window)
    return best[1] if best is not None else None


def men_before(scene: Scene, d: Description, the_role: Role) -> Entity | None:
    """ "die Männer" after "drei Verdächtige": the people named last who can be men."""
    if the_role.noun not in MEN_AND_WOMEN or not the_role.exact or d.start < d.head:
        return None
    beside = scene.beside(d)

    def fits(e: Entity) -> bool:
        found = role(e.nouns[0]) if e.nouns else None
        same = found is not None and found.gender in (None, "Neut", the_role.gender)
        return e.kind is ActorKind.GROUP and same and e not in beside

    return scene.history.last(fits, d.head, NEAR)


def synonymous(scene: Scene, the_role: Role, noun: str) -> Entity | None:
    """The one group of the field that is spoken of, whatever it is called: "die Rebellen" after "Kämpfer"."""
    groups = [r.entity for r in scene.history.references if r.entity.kind is ActorKind.GROUP]
    same = [e for e in dict.fromkeys(groups) if the_role.field in e.fields]
    if the_role.field not in SYNONYM_FIELDS or len(same) != 1 or noun in same[0].nouns:
        return None
    if the_role.distinct or _has_distinct_noun(same[0]):
        return None
    same[0].nouns.append(noun)
    return same[0]


def _has_distinct_noun(entity: Entity) -> bool:
    return any((r := role(n)) is not None and r.distinct for n in entity.nouns)


def _goes_by(entity: Entity, the_role: Role) -> bool:
    """Whether an unnamed person has been called by a noun of the same end: "der Betreuer" after "Vereinsbetreuer"."""
    return not entity.names and any((r := role(n)) is not None and r.noun == the_role.noun for n in entity.nouns)


def _is_neuter(entity: Entity) -> bool:
    """Whether the person goes by a neuter noun only ("das Kind"), which leaves the gender open."""
    found = role(entity.nouns[0]) if entity.nouns and not entity.names else None
    return found is not None and found.gender == "Neut"
