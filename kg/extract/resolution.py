"""Which actor a description without a name means: one of those before it, the state it belongs to, or a new one."""

from collections.abc import Mapping

from spacy.tokens import Doc

from kg.extract.bodiesbefore import (
    act_for,
    body_before,
    body_from,
    body_of_people,
    employer,
    fuller_name,
    is_former,
    is_owned_directly,
    possessors_body,
)
from kg.extract.clusters import Entity, Register
from kg.extract.descriptions import ORIGIN, Description
from kg.extract.peoplebefore import (
    PRIVATE_FIELDS,
    RELATION,
    age_alone,
    men_before,
    one_after_all,
    person_before,
    synonymous,
)
from kg.extract.salience import MEMORY, History
from kg.extract.scene import NEAR, Scene, plural_base, takes_up
from kg.extract.syntax import children
from kg.facts import ActorKind
from kg.lexicon.namewords import towns_of
from kg.lexicon.people import Group, adpositions

TEAM = "team"
"""Sort of the bodies that play for a state ("die norwegische Mannschaft")."""
COUNTED_FIELD = "crowd"
"""Field whose nouns mean somebody only with a number ("zwölf Menschen")."""


class Resolver:
    """Resolves descriptions in text order."""

    def __init__(self, doc: Doc, register: Register, history: History, by_token: Mapping[int, Entity]) -> None:
        self.doc = doc
        self.register = register
        self.history = history
        self.scene = Scene(doc, register, history, by_token)
        self._described: dict[tuple[str, Entity | None], Entity] = {}

    def resolve(self, d: Description, owner: Entity | None) -> Entity | None:
        """The entity of a description, new if needed; None for phrases that name no actor."""
        if d.definite == "neg":
            return None
        if (body := body_of_people(self.scene, d)) is not None:
            return body
        if d.group is not None:
            return self._body(d, d.group, owner)
        if d.role is not None and d.role.field == COUNTED_FIELD:
            return self._counted(d, owner)
        if d.number == "Plur":
            return one_after_all(self.scene, d, owner) or self._people(d, owner)
        return self._person(d, owner)

    def _counted(self, d: Description, owner: Entity | None) -> Entity | None:
        """ "zwölf Menschen": a group for each number."""
        numbers = [t for t in self.doc[d.start : d.head] if t.pos_ == "NUM"]
        if d.number != "Plur" or not (numbers or d.counted is not None):
            return None
        first = d.counted if d.counted is not None else numbers[0].i
        front = self.doc[first : d.head].text.lower()
        return self._own(d, owner, ActorKind.GROUP, f"{front} {plural_base(d, self.doc)}")

    def _body(self, d: Description, group: Group, owner: Entity | None) -> Entity | None:
        entry = group.entry
        state = owner is not None and owner.kind is ActorKind.COUNTRY
        part = entry.kind is not ActorKind.GROUP or not is_former(self.scene, d)
        if (
            owner is not None
            and part
            and (
                (entry.stands_for in ("always", "named") and state)
                or (
                    entry.stands_for in ("named", "compound")
                    and (d.by_compound or (d.stem is not None and group.number == "Plur"))
                )
                or (entry.of_body and is_owned_directly(self.scene, d) and d.definite != "indef" and _is_body(owner))
            )
        ):
            return owner
        if owner is not None and state and entry.sort == TEAM and d.definite != "indef" and d.number != "Plur":
            owner.nouns.append(group.base)
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
            found = possessors_body(self.scene, d, group) or body_before(self.scene, d, group, owner)
            found = found or (fuller_name(self.scene, d, group) if owner is None else None)
            if found is not None:
                return found
        return self._own(d, owner, entry.kind, group.base if d.number != "Plur" else plural_base(d, self.doc))

    def _place(self, d: Description, group: Group, owner: Entity | None) -> Entity | None:
        """ "die Stadt": the place named last, or else one of its own; several only where they don't say where."""
        token = self.doc[d.head]
        entries = [adpositions().get(c.lower_) for c in children(token, "case")]
        if any(e is not None and e.sense == "place" for e in entries) and d.number == "Plur":
            return None
        if d.number == "Plur":
            return self._own(d, owner, ActorKind.GROUP, plural_base(d, self.doc))
        if d.definite not in ("def", "dem") or owner is not None:
            return None
        near = self.history.last(lambda e: e.kind is ActorKind.PLACE, d.head, NEAR) if group.entry.anaphoric else None
        if near is not None or any(e is not None and e.sense in ("place", "role") for e in entries):
            return near
        return self._own(d, owner, ActorKind.PLACE, group.base)

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

    def _people(self, d: Description, owner: Entity | None) -> Entity | None:
        if d.role is not None and d.role.field == ORIGIN:
            towns = towns_of(d.role.base)
            return self.register.of_town(towns) or self._own(d, owner, ActorKind.GROUP, d.role.base)
        if d.people is not None and d.role is None:
            bare = d.start == d.head and not d.has_complement
            if bare and d.definite == "def":
                return body_from(self.scene, d, d.people) or self.register.of_known(d.people)
            owner = self.register.of_known(d.people)
        if owner is not None and act_for(self.scene, d, owner):
            return owner
        if d.role is not None and d.definite in ("def", "dem") and not d.has_complement and owner is None:
            other = synonymous(self.scene, d.role, plural_base(d, self.doc)) or employer(self.scene, d, d.role)
            other = other or men_before(self.scene, d, d.role)
            if other is not None:
                return other
        return self._own(d, owner, ActorKind.GROUP, plural_base(d, self.doc))

    def _person(self, d: Description, owner: Entity | None) -> Entity | None:
        private = d.role is None or d.role.field in PRIVATE_FIELDS
        related = d.role is not None and d.role.field == RELATION
        definite = d.definite in ("def", "dem") or (d.definite == "poss" and (related or not private))
        if definite and (not d.has_complement or age_alone(self.scene.doc, d)):
            found = person_before(self.scene, d, d.role, owner)
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
            lambda e: e.kind is ActorKind.GROUP and any(takes_up(tail, n.casefold()) for n in e.nouns), d.head
        )


def _is_body(entity: Entity) -> bool:
    return entity.kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION)
