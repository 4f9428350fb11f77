"""Which actor a description without a name means: one of those before it, the state it belongs to, or a new one."""

from collections.abc import Callable, Mapping

from spacy.tokens import Doc

from kg.extract.clusters import Entity, Register
from kg.extract.descriptions import ORIGIN, Description
from kg.extract.pronouns import resolve_pronoun
from kg.extract.salience import MEMORY, History, Reference
from kg.extract.syntax import children, rel
from kg.facts import ActorKind
from kg.lexicon.gazetteer import inhabitant
from kg.lexicon.namewords import same_office
from kg.lexicon.people import Group, Role, adpositions, group, role, weak_endings

ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
PRIVATE_FIELDS = frozenset({"address", "kin", "relation", "age", ORIGIN})
"""Fields whose nouns are no roles ("Frau", "Sohn", "Kollege")."""
SYNONYM_FIELDS = frozenset({"revolt", "protest"})
"""Fields in which one group goes by several nouns ("Kämpfer", "Rebellen", "Aufständische")."""
SCENE_FIELDS = frozenset({"crime", "victim", "security", "revolt", "protest", "member"})
"""Fields whose definite nouns come with the scene ("der Täter", "die Polizisten") and need nobody named before."""
TOLD_BY_NAME = frozenset({"authority", "church", "court", "ministry", "parliament", "prosecution"})
"""Sorts of bodies whose names say what they are: "die Staatsanwaltschaft" is no "Nordlicht" of before."""
COUNTED_FIELD = "crowd"
"""Field whose nouns mean somebody only with a number ("zwölf Menschen")."""
SPEAKING = "chief"
"""Field of those who speak for somebody ("Sprecher")."""
NEAR = 3
"""Sentences in which "der Mann" means the man named last; beyond them it is somebody else."""


class Resolver:
    """Resolves descriptions in text order."""

    def __init__(self, doc: Doc, register: Register, history: History, by_token: Mapping[int, Entity]) -> None:
        self.doc = doc
        self.by_token = by_token
        self.register = register
        self.history = history
        self._described: dict[tuple[str, Entity | None], Entity] = {}

    def resolve(self, d: Description, owner: Entity | None) -> Entity | None:
        """The entity of a description, new if needed; None for phrases that name no actor."""
        if d.definite == "neg":
            return None
        if d.group is not None:
            return self._body(d, d.group, owner)
        if d.role is not None and d.role.field == COUNTED_FIELD:
            return self._counted(d, owner)
        if d.number == "Plur":
            return self._people(d, owner)
        return self._person(d, owner)

    def _counted(self, d: Description, owner: Entity | None) -> Entity | None:
        """ "zwölf Menschen": a group for each number."""
        numbers = [t for t in self.doc[d.start : d.head] if t.pos_ == "NUM"]
        if d.number != "Plur" or not (numbers or d.counted is not None):
            return None
        first = d.counted if d.counted is not None else numbers[0].i
        front = self.doc[first : d.head].text.lower()
        return self._own(d, owner, ActorKind.GROUP, f"{front} {_plural(d, self.doc)}")

    def _body(self, d: Description, group: Group, owner: Entity | None) -> Entity | None:
        entry = group.entry
        state = owner is not None and owner.kind is ActorKind.COUNTRY
        if owner is not None and (
            (entry.stands_for in ("always", "named") and state)
            or (
                entry.stands_for in ("named", "compound")
                and (d.by_compound or (d.stem is not None and group.number == "Plur"))
            )
            or (entry.of_body and self._is_owned_directly(d) and d.definite != "indef" and _is_body(owner))
        ):
            return owner
        if d.stem is not None and owner is not None and entry.kind is ActorKind.ORGANIZATION and not d.has_complement:
            return owner  # "Mannesmann-Konzern"
        front = group.base[: -len(group.noun)]
        if entry.sort == "company" and len(front) > 3 and (named := self.register.body_of_part(front)) is not None:
            return named  # "Mannesmannkonzern"
        if entry.stands_for == "compound" and entry.whole and d.number != "Plur" and owner is None:
            return None  # "die Mission", "die Spitze" of nothing named
        if entry.kind is ActorKind.COUNTRY:
            return self._government(d, group, owner)
        if entry.kind is ActorKind.PLACE:
            return self._place(d, group, owner)
        definite = d.definite in ("def", "dem", "poss")
        if definite and d.number != "Plur":
            found = self._possessors(d, group) or self._body_before(d, group, owner)
            if found is not None:
                return found
        return self._own(d, owner, entry.kind, group.base if d.number != "Plur" else _plural(d, self.doc))

    def _place(self, d: Description, group: Group, owner: Entity | None) -> Entity | None:
        """ "die Stadt": the place named last, or else one of its own; several only where they don't say where."""
        token = self.doc[d.head]
        entries = [adpositions().get(c.lower_) for c in children(token, "case")]
        if any(e is not None and e.sense == "place" for e in entries) and d.number == "Plur":
            return None
        if d.number == "Plur":
            return self._own(d, owner, ActorKind.GROUP, _plural(d, self.doc))
        if d.definite not in ("def", "dem") or owner is not None:
            return None
        near = self.history.last(lambda e: e.kind is ActorKind.PLACE, d.head, NEAR) if group.entry.anaphoric else None
        if near is not None or any(e is not None and e.sense in ("place", "role") for e in entries):
            return near
        return self._own(d, owner, ActorKind.PLACE, group.base)

    def _is_owned_directly(self, d: Description) -> bool:
        """ "Vertreter der Partei Nordlicht", not "Vertreter aller im Bundestag sitzenden Parteien"."""
        if d.owner_name is None:
            return False
        owner = self.doc[d.owner_name.start : d.owner_name.end].root
        while rel(owner) in ("appos", "flat"):
            owner = owner.head
        return owner.head.i == d.head

    def _government(self, d: Description, group: Group, owner: Entity | None) -> Entity | None:
        """ "die Regierung", "das Land": the state that the article speaks of."""
        if d.number == "Plur" or d.definite not in ("def", "dem", "poss") or not group.entry.anaphoric:
            return None
        if owner is not None and owner.kind is ActorKind.PERSON:
            return self._government_of(d, owner)
        if owner is not None and owner.kind is not ActorKind.COUNTRY:
            return self._own(d, owner, ActorKind.ORGANIZATION, group.base)
        if owner is not None and d.owner is not None and not d.by_compound:
            return owner  # "der mexikanische Staat"
        if (d.has_complement or d.stem is not None) and owner is None:
            return self._own(d, owner, ActorKind.ORGANIZATION, group.base)  # "Holm-Regierung"
        token = self.doc[d.head]
        best = self.history.most_salient(
            token, lambda ref: 0.0 if ref.entity.kind is ActorKind.COUNTRY else None, window=MEMORY
        )
        found = best[1] if best is not None else None
        if found is None and group.entry.sort == "government":
            return self._own(d, None, ActorKind.ORGANIZATION, group.base)
        return found

    def _government_of(self, d: Description, head: Entity) -> Entity | None:
        """ "die Regierung von Präsident Hans Rot": his state, if told, or the one that the article speaks of."""
        if head.affiliation is not None and head.affiliation.kind is ActorKind.COUNTRY:
            return head.affiliation
        return self.history.last(lambda e: e.kind is ActorKind.COUNTRY, d.head)

    def _possessors(self, d: Description, group: Group) -> Entity | None:
        """ "seine Partei": the one that the person named belongs to."""
        word = self.doc[d.start - 1] if d.start else None
        if d.definite != "poss" or word is None or not group.entry.anaphoric or d.has_complement:
            return None
        whose = resolve_pronoun(word, self.history, self.by_token)
        body = whose.affiliation if whose is not None and whose.kind is ActorKind.PERSON else None
        return body if body is not None and body.sort == group.entry.sort else None

    def _body_before(self, d: Description, group: Group, owner: Entity | None) -> Entity | None:
        if d.has_complement:
            return None
        noun = group.base.casefold()

        def same_noun(e: Entity) -> bool:
            mine = [n.casefold() for n in e.nouns]
            return e.kind is not ActorKind.PERSON and (
                noun in mine or (owner is None and any(n.endswith(noun) for n in mine))
            )

        def same_sort(e: Entity) -> bool:
            if e.kind is not ActorKind.ORGANIZATION or e.sort != group.entry.sort:
                return False
            if owner is not None and e.affiliation not in (None, owner):
                return False
            return bool(e.names) or "-" in e.label or " " in e.label

        found = self.history.last(same_noun, d.head)
        if found is not None and (owner is None or found.affiliation in (None, owner)):
            return found
        if d.by_compound and group.entry.anaphoric:
            return self.history.last(same_sort, d.head)
        if owner is None and group.entry.anaphoric and group.exact:
            found = self.history.last(same_sort, d.head)
            if found is None and group.entry.sort not in TOLD_BY_NAME:
                found = self.history.last(
                    lambda e: e.kind is ActorKind.ORGANIZATION and e.sort is None and bool(e.names), d.head, NEAR
                )
            return found
        return None

    def _people(self, d: Description, owner: Entity | None) -> Entity | None:
        if d.people is not None and d.role is None:
            bare = d.start == d.head and not d.has_complement
            if bare and d.definite == "def":
                return self.register.of_known(d.people)
            owner = self.register.of_known(d.people)
        if d.role is not None and d.definite in ("def", "dem") and not d.has_complement and owner is None:
            other = self._synonymous(d.role, _plural(d, self.doc)) or self._employer(d, d.role)
            if other is not None:
                return other
        return self._own(d, owner, ActorKind.GROUP, _plural(d, self.doc))

    def _employer(self, d: Description, the_role: Role) -> Entity | None:
        """The body that acts through its people: "die Richter" after "das Gericht"."""
        if not the_role.members_of or d.start < d.head:
            return None
        noun = _plural(d, self.doc)
        people = self.history.last(lambda e: e.kind is ActorKind.GROUP and noun in e.nouns, d.head)
        return people or self.history.last(
            lambda e: e.kind is ActorKind.ORGANIZATION and e.sort in the_role.members_of, d.head
        )

    def _synonymous(self, the_role: Role, noun: str) -> Entity | None:
        """The one group of the field that is spoken of, whatever it is called: "die Rebellen" after "Kämpfer"."""
        groups = [r.entity for r in self.history.references if r.entity.kind is ActorKind.GROUP]
        same = [e for e in dict.fromkeys(groups) if the_role.field in e.fields]
        if the_role.field not in SYNONYM_FIELDS or len(same) != 1 or noun in same[0].nouns:
            return None
        if the_role.distinct or any((r := role(n)) and r.distinct for n in same[0].nouns):
            return None
        same[0].nouns.append(noun)
        return same[0]

    def _person(self, d: Description, owner: Entity | None) -> Entity | None:
        private = d.role is None or d.role.field in PRIVATE_FIELDS
        definite = d.definite in ("def", "dem") or (d.definite == "poss" and not private)
        if definite and not d.has_complement:
            found = self._person_before(d, d.role, owner)
            if found is not None:
                return found
        if d.role is not None and (d.role.title or d.role.field == ORIGIN):
            return None
        base = d.role.base if d.role else self.doc[d.head].text
        if d.role is not None and d.role.gender is None and d.gender == "Masc" and base.endswith("e"):
            base += "r"  # "Beamter", "Abgeordneter"
        if d.definite == "indef":
            return self._own(d, owner, ActorKind.PERSON, base)
        if d.definite == "none" and not d.has_complement and d.start == d.head:
            return None
        return self._own(d, owner, ActorKind.PERSON, base)

    def _person_before(self, d: Description, the_role: Role | None, owner: Entity | None) -> Entity | None:
        beside = self._beside(d)

        def gender_fits(e: Entity) -> bool:
            return e.kind is ActorKind.PERSON and e not in beside and (not d.gender or e.gender in (None, d.gender))

        if the_role is None:
            return self.history.last(
                lambda e: gender_fits(e) and (e.affiliation is None or e.affiliation.known == d.people), d.head, NEAR
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
            known = any(_takes_up(noun, n) or same_office(noun, n) for n in mine)
            return known or (shorter and plain in mine)

        def covered(e: Entity) -> bool:
            return gender_fits(e) and bool(e.fields.intersection(the_role.covers))

        def agrees(e: Entity) -> bool:
            """Nothing known of the person speaks against the role."""
            return (owner is None or e.affiliation in (None, owner)) and not e.roles

        found = self.history.last(same_role, d.head)
        if found is None and the_role.covers:
            found = self.history.last(covered, d.head)
        if found is None and the_role.field in ("age", ORIGIN):
            named = the_role.field == ORIGIN  # of two without a name nobody knows where they are from
            found = self._most_spoken_of(d, lambda e: gender_fits(e) and (bool(e.names) or not named))
        if found is None and the_role.field == "kin" and the_role.exact and d.start == d.head:
            found = self.history.last(lambda e: gender_fits(e) and not _is_neuter(e), d.head, NEAR)
        loose = d.definite != "poss" and the_role.field not in PRIVATE_FIELDS | SCENE_FIELDS
        if found is None and loose:  # "sein Kandidat" is somebody else than whose he is
            found = self.history.last(
                lambda e: gender_fits(e) and bool(e.names) and the_role.field in e.fields and owner is None,
                d.head,
                NEAR,
            )
            if found is None:
                found = self.history.last(lambda e: bool(e.names) and gender_fits(e) and agrees(e), d.head, 1)
            if found is not None and the_role.base not in found.nouns:
                found.nouns.append(the_role.base)
                found.fields.add(the_role.field)
        return found

    def _most_spoken_of(self, d: Description, fits: Callable[[Entity], bool]) -> Entity | None:
        """Whom "der 28-Jährige" means: the person that the text is about, no unnamed spokesman of a body."""

        def cost(ref: Reference) -> float | None:
            e = ref.entity
            if not fits(e) or _is_neuter(e) or (not e.names and SPEAKING in e.fields):
                return None
            return 0.0

        best = self.history.most_salient(self.doc[d.head], cost, window=NEAR)
        return best[1] if best is not None else None

    def _beside(self, d: Description) -> frozenset[Entity]:
        """Who else takes part in the description's clause: "Der Richter sagte zu Holm" speaks of two."""
        token = self.doc[d.head]
        if rel(token) not in ARGUMENTS or token.head.i == token.i:
            return frozenset()
        others = (c for c in token.head.children if c.i != token.i and rel(c) in ARGUMENTS)
        return frozenset(e for c in others if (e := self.by_token.get(c.i)) is not None)

    def _own(self, d: Description, owner: Entity | None, kind: ActorKind, base: str) -> Entity:
        """An actor of its own; the same words mean the same actor."""
        rest = self.doc[d.head + 1 : d.end].text
        front = self.doc[d.core : d.head].text + " " if d.core < d.head else ""
        label = f"{front}{base} {rest}" if rest else f"{front}{base}"
        if kind is ActorKind.ORGANIZATION and (named := self.register.find_body(kind, label)) is not None:
            return named
        by_adjective = owner if not d.by_compound and not rest else None
        entity = self._described.get((label, by_adjective)) or self._loosely(label, owner, d, kind)
        if entity is None:
            entity = self._same_group(d, base, owner) or self.register.new(kind, label)
        if not entity.label:
            entity.label = label
        if not entity.described:
            entity.described = True
            entity.gender = "Plur" if d.number == "Plur" else d.gender
            entity.affiliation = owner
            entity.nouns.append(base)
            if d.role is not None:
                entity.fields.add(d.role.field)
            if d.group is not None:
                entity.sort = d.group.entry.sort
            self._described[label, by_adjective] = entity
        return entity

    def _loosely(self, label: str, owner: Entity | None, d: Description, kind: ActorKind) -> Entity | None:
        """The same words where only one of the two phrases tells whose they are ("saudische Sicherheitskräfte")."""
        if kind is ActorKind.PERSON and d.definite == "indef":
            return None
        return self.history.last(
            lambda e: (
                e.described
                and e.label == label
                and e.kind is kind
                and (owner is None or e.affiliation in (None, owner))
            ),
            d.head,
        )

    def _same_group(self, d: Description, base: str, owner: Entity | None) -> Entity | None:
        """ "die Bewohner" after "Heimbewohner"."""
        if d.number != "Plur" or d.has_complement or owner is not None or d.role is None or " " in base:
            return None
        tail = base.casefold()
        return self.history.last(
            lambda e: e.kind is ActorKind.GROUP and any(_takes_up(tail, n.casefold()) for n in e.nouns), d.head
        )


def _is_body(entity: Entity) -> bool:
    return entity.kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION)


def _is_neuter(entity: Entity) -> bool:
    """Whether the person goes by a neuter noun only ("das Kind"), which leaves the gender open."""
    found = role(entity.nouns[0]) if entity.nouns and not entity.names else None
    return found is not None and found.gender == "Neut"


def _takes_up(noun: str, longer: str) -> bool:
    """Whether a noun means what a compound that ends with it means: "Bewohner", but no "Gegendemonstranten"."""
    if noun == longer or not longer.endswith(noun):
        return noun == longer
    known = role(longer)
    return known is None or not known.distinct


def _plural(d: Description, doc: Doc) -> str:
    """The noun of a plural phrase in the nominative: "Mitarbeitern" -> "Mitarbeiter"."""
    word = doc[d.head].text
    if d.group is not None and d.group.gender == "Plur":
        return d.group.base
    if d.role is not None and word.lower().endswith(d.role.noun.lower() + "en") and word[:-2].endswith(weak_endings()):
        return word
    shorter = word[:-1] if word.endswith("n") else ""
    if d.group is not None:
        body = group(shorter)
        return shorter if body is not None and body.number != "Sing" and d.group.gender != "Fem" else word
    if d.role is None:
        return shorter if shorter.endswith("er") and inhabitant(shorter) else word
    person = role(shorter)
    return shorter if person is not None and person.number != "Sing" else word
