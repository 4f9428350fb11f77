"""Actors under construction: which names and descriptions of an article are the same actor's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.mentions import Name, nominative
from kg.facts import ActorKind
from kg.lexicon.gazetteer import Known, known_state
from kg.lexicon.namewords import legal_forms
from kg.lexicon.people import first_name_gender, group, role

INFLECTION = ("es", "en", "em", "er", "e", "n", "s")


@dataclass(eq=False)
class Entity:
    """One actor while its mentions are collected.

    Attributes:
        sort: what the table of groups calls this kind of body.
        gender: "Masc", "Fem", "Neut", or "Plur" for those that are spoken of in the plural.
        nouns: words of descriptions, in base form, that may take the actor up again.
        fields: fields of the roles.
    """

    kind: ActorKind
    known: Known | None = None
    label: str = ""
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    affiliation: "Entity | None" = None
    gender: str | None = None
    sort: str | None = None
    described: bool = False

    def words(self) -> set[str]:
        return {w for n in self.names for w in words(n)}

    def add_role(self, text: str) -> None:
        if text not in self.roles:
            self.roles.append(text)
        if text not in self.nouns:
            self.nouns.append(text)


def words(name: str) -> list[str]:
    """Parts of a name for comparison; initials and abbreviations of titles carry nothing."""
    parts = name.casefold().replace("-", " ").split()
    return [w for w in parts if len(w) > 1 and not w.endswith(".")] or [name.casefold()]


def stems(name: str) -> tuple[str, ...]:
    """A body's name without the endings of case and its legal form."""
    parts = name.split()
    while len(parts) > 1 and parts[-1] in legal_forms():
        parts.pop()
    return tuple(_stem(w) for w in parts)


def _stem(word: str) -> str:
    if word.isupper() or len(word) < 5:
        return word
    for ending in INFLECTION:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].casefold()
    return word.casefold()


def _same_word(word: str, entity: Entity) -> bool:
    """Whether a body's name begins or ends with the word, but for the genitive's ending."""
    ends = {w for n in (*entity.names, entity.label) if n for w in (n.split()[0], n.split()[-1])}
    return any(w in (word, word + "s") for w in ends)


class Register:
    """All actors of an article."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._known: dict[Known, Entity] = {}
        self._bodies: dict[tuple[ActorKind, tuple[str, ...]], Entity] = {}

    def new(self, kind: ActorKind, label: str = "") -> Entity:
        entity = Entity(kind, label=label)
        self.entities.append(entity)
        return entity

    def of_known(self, known: Known) -> Entity:
        """The entity of a gazetteer's actor."""
        entity = self._known.get(known)
        if entity is None:
            entity = self.new(known.kind, known.name)
            entity.known, entity.gender, entity.sort = known, known.grammar, known.sort
            self._known[known] = entity
            entity.nouns.extend(g.base for w in known.name.split() if (g := group(w)))
            if known.owner and (state := known_state(known.owner)):
                entity.affiliation = self._known.get(state)
        return entity

    def seen_known(self, known: Known) -> Entity | None:
        return self._known.get(known)

    def body(self, kind: ActorKind, name: str) -> Entity:
        """The entity of a body or place by its name."""
        key = (kind, stems(name))
        entity = self._bodies.get(key)
        if entity is None:
            entity = self.new(kind)
            self._bodies[key] = entity
            if kind is ActorKind.ORGANIZATION:
                parts = name.split()
                found = next((g for w in (parts[0], parts[-1], *parts[1:-1]) if (g := group(w))), None)
                if found is not None:
                    entity.sort, entity.gender = found.entry.sort, found.gender
                    entity.nouns.append(found.base)
            else:
                entity.sort, entity.gender = "place", "Neut"
        return entity

    def find_body(self, kind: ActorKind, name: str) -> Entity | None:
        return self._bodies.get((kind, stems(name)))

    def alias(self, kind: ActorKind, name: str, entity: Entity) -> None:
        """Makes a further name stand for the entity."""
        self._bodies[(kind, stems(name))] = entity

    def body_of_part(self, word: str) -> Entity | None:
        """The one body whose name begins or ends with a word: "Mannesmann" -> Mannesmann AG."""
        found = [e for (kind, _), e in self._bodies.items() if kind is ActorKind.ORGANIZATION and _same_word(word, e)]
        unique = list(dict.fromkeys(found))
        return unique[0] if len(unique) == 1 else None

    def body_ending(self, name: str) -> Entity | None:
        """The one body whose longer name ends with this one: "Bayern München" -> FC Bayern München."""
        tail = stems(name)
        found = [
            e
            for (kind, parts), e in self._bodies.items()
            if kind is ActorKind.ORGANIZATION and len(parts) > len(tail) and parts[-len(tail) :] == tail
        ]
        unique = list(dict.fromkeys(found))
        return unique[0] if len(unique) == 1 else None

    def body_beginning(self, name: str) -> Entity | None:
        """The one body whose longer name begins with this one, which ends with the noun for what it is.

        "Soziale Forschungsinstitut" -> Soziales Forschungsinstitut Kiel.
        """
        if not group(name.split()[-1]):
            return None
        head = stems(name)
        found = [
            e
            for (kind, parts), e in self._bodies.items()
            if kind is ActorKind.ORGANIZATION and len(parts) > len(head) and parts[: len(head)] == head
        ]
        unique = list(dict.fromkeys(found))
        return unique[0] if len(unique) == 1 else None


def group_people(names: Sequence[Name], genders: dict[Name, str], register: Register) -> dict[Name, Entity]:
    """One entity for all names of a person.

    Full names come first, the longest before its parts; a part belongs to the person who alone bears it, or to the one
    named last, if the title's gender fits.
    """
    people = [n for n in names if n.kind is ActorKind.PERSON]
    found: dict[Name, Entity] = {}
    full = sorted((n for n in people if len(words(n.text)) > 1), key=lambda n: (-len(words(n.text)), n.start))
    for name in full:
        mine = words(name.text)
        gender = genders.get(name)
        match = [
            e
            for e in dict.fromkeys(found.values())
            if _same_person(mine, e) and (not gender or e.gender in (None, gender))
        ]
        entity = match[0] if match else register.new(ActorKind.PERSON)
        _claim(entity, name, gender, found)
    bearers: dict[str, list[Entity]] = {}
    for entity in dict.fromkeys(found.values()):
        for word in entity.words():
            bearers.setdefault(word, []).append(entity)
    last: dict[Entity, int] = {}
    for name in sorted(people, key=lambda n: n.start):
        if name in found:
            last[found[name]] = name.start
            continue
        gender = genders.get(name)
        parts = words(name.text)
        candidates = [e for e in bearers.get(parts[-1], []) if not gender or e.gender in (None, gender)]
        by_surname = [e for e in candidates if any(words(n)[-1] == parts[-1] for n in e.names)]
        candidates = by_surname or candidates
        known = [e for e in candidates if e in last]
        chosen = max(known, key=lambda e: last[e]) if known else candidates[0] if candidates else None
        if chosen is None:
            chosen = register.new(ActorKind.PERSON)
            bearers.setdefault(parts[-1], []).append(chosen)
        _claim(chosen, name, gender, found)
        last[chosen] = name.start
    return found


def _same_person(mine: list[str], entity: Entity) -> bool:
    mine_set = set(mine)
    return any(mine_set <= set(w) or (len(w) > 1 and set(w) <= mine_set) for w in map(words, entity.names))


def _claim(entity: Entity, name: Name, gender: str | None, found: dict[Name, Entity]) -> None:
    found[name] = entity
    entity.names[name.text] += 1
    if entity.gender is None:
        entity.gender = gender or next((g for w in name.text.split()[:-1] if (g := first_name_gender(w))), None)


def group_bodies(names: Sequence[Name], register: Register) -> dict[Name, Entity]:
    """One entity for all names of a body, state or place."""
    found: dict[Name, Entity] = {}
    others = [n for n in names if n.kind is not ActorKind.PERSON]
    for name in others:
        if name.known is not None:
            found[name] = register.of_known(name.known)
            found[name].names[name.text] += 1
    for name in sorted((n for n in others if n.known is None), key=lambda n: (n.start - n.end, n.start)):
        body = name.kind is ActorKind.ORGANIZATION and not group(name.text)
        longer = register.body_ending if " " in name.text else register.body_of_part
        same = longer(name.text) if body else None
        if same is None and name.kind is ActorKind.ORGANIZATION and " " in name.text:
            same = register.body_beginning(name.text)
        found[name] = same or register.body(name.kind, name.text)
        found[name].names[name.text] += 1
    return found


def best_label(entity: Entity) -> str:
    """The fullest name in base form; descriptions keep theirs."""
    if entity.label:
        return entity.label
    if not entity.names:
        return entity.nouns[0] if entity.nouns else ""
    if entity.kind is ActorKind.PERSON:
        return max(entity.names, key=lambda n: (len(words(n)), len(n), n))
    name = max(entity.names, key=lambda n: (len(n.split()), entity.names[n], -len(n), n))
    first, *rest = name.split(" ")
    if not rest:
        return name
    weak = first.endswith("e") and entity.gender in ("Masc", "Neut") and group(rest[0]) is not None
    inflected = first[:1].isupper() and (first.endswith(("en", "em")) or weak) and not role(first) and not group(first)
    if entity.kind is ActorKind.ORGANIZATION and inflected and entity.gender:
        return " ".join([nominative(first, entity.gender), *rest])
    if group(first) and (found := group(first)) is not None and found.exact and first != found.base:
        return " ".join([found.base, *rest])
    return name


def unique_keys(labels: Iterator[str]) -> list[str]:
    """Slugs of the labels; equal ones are numbered from the second on."""
    used: Counter[str] = Counter()
    keys = []
    for label in labels:
        slug = "-".join("".join(c if c.isalnum() else " " for c in label.lower()).split()) or "actor"
        used[slug] += 1
        key = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        while key in keys:
            used[slug] += 1
            key = f"{slug}-{used[slug]}"
        keys.append(key)
    return keys
