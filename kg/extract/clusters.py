"""Actors under construction: which names and descriptions of an article are the same actor's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.extract.mentions import Name, nominative
from kg.extract.spellings import SHORTEST_MISSPELT_ALONE, misspelt, one_letter_apart, plain
from kg.facts import ActorKind
from kg.lexicon.gazetteer import Known, known_state
from kg.lexicon.namewords import legal_forms
from kg.lexicon.people import first_name_gender, group, role

LONGEST_ABBREVIATION = 5
"""Letters of a word in capitals that is no plain word in capitals ("WIENER LINIEN")."""
INFLECTION = ("es", "en", "em", "er", "e", "n", "s")


@dataclass(eq=False)
class Entity:
    """One actor while its mentions are collected.

    Attributes:
        sort: what the table of groups calls this kind of body.
        gender: "Masc", "Fem", "Neut", or "Plur" for those that are spoken of in the plural.
        nouns: words of descriptions, in base form, that may take the actor up again.
        fields: fields of the roles.
        origin: the state that a person is said to be from ("der Schweizer Jan Holm").
    """

    kind: ActorKind
    known: Known | None = None
    label: str = ""
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    affiliation: "Entity | None" = None
    origin: Known | None = None
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
    low = plain(name)
    return [w for w in low.replace("-", " ").split() if len(w) > 1 and not w.endswith(".")] or [low]


def stems(name: str) -> tuple[str, ...]:
    """A body's name without the endings of case and its legal form."""
    parts = name.split()
    while len(parts) > 1 and parts[-1] in legal_forms():
        parts.pop()
    return tuple(_stem(w) for w in parts)


def _stem(word: str) -> str:
    if word.isupper() and len(word) <= LONGEST_ABBREVIATION:
        return word
    if len(word) < 5:
        return word.casefold()
    low = word.casefold()
    for ending in INFLECTION:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


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
            if kind is not ActorKind.PLACE:
                parts = name.split()
                known = (group(w) for w in (parts[0], parts[-1], *parts[1:-1]))
                # "FC Neustadt" is no town.
                found = next((g for g in known if g and (g.exact or g.entry.kind is not ActorKind.PLACE)), None)
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
        # Of the gazetteer's names the last word alone is in use: "die Bahn", not "die Deutsche".
        found += [e for k, e in self._known.items() if k.kind is ActorKind.ORGANIZATION and k.name.endswith(" " + word)]
        unique = list(dict.fromkeys(found))
        return unique[0] if len(unique) == 1 else None

    def of_town(self, towns: frozenset[str]) -> Entity | None:
        """The club called after a town, or else the town: "die Nürnberger" after "der 1. FC Nürnberg"."""
        named = [e for e in self.entities if any(w in towns for n in e.names for w in n.split())]
        clubs = [e for e in named if e.kind is ActorKind.ORGANIZATION and e.sort is None]
        found = clubs or [e for e in named if e.kind is ActorKind.PLACE and towns & e.names.keys()]
        return found[0] if len(found) == 1 else None

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

    def body_misspelt(self, name: str) -> Entity | None:
        """The one body whose name of several words differs by a letter: "Nordlict AG" -> Nordlicht AG."""
        mine = name.lower().split()
        found = [
            e
            for (kind, _), e in self._bodies.items()
            if kind is ActorKind.ORGANIZATION and any(misspelt(mine, n.lower().split()) for n in e.names)
        ]
        unique = list(dict.fromkeys(found))
        return unique[0] if len(unique) == 1 else None


def group_people(
    names: Sequence[Name], genders: dict[Name, str], register: Register, jobs: Mapping[Name, str] = MappingProxyType({})
) -> dict[Name, Entity]:
    """One entity for all names of a person.

    Full names come first, the longest before its parts; a part belongs to the person who alone bears it, or to the one
    named last, if the title's gender fits.

    Args:
        jobs: nouns of roles beside the names; "Stürmer Raúl" is not "Torwart Raúl Holm".
    """
    people = [n for n in names if n.kind is ActorKind.PERSON]
    found = _group_full_names(people, genders, register)
    bearers: dict[str, list[Entity]] = {}
    for entity in dict.fromkeys(found.values()):
        for word in entity.words():
            bearers.setdefault(word, []).append(entity)
    last: dict[Entity, int] = {}
    called: dict[Entity, int] = {}
    for name in sorted(people, key=lambda n: n.start):
        if name in found:
            last[found[name]] = called[found[name]] = name.start
            continue
        gender = genders.get(name)
        parts = words(name.text)
        candidates = [e for e in bearers.get(parts[-1], []) if not gender or e.gender in (None, gender)]
        by_surname = [e for e in candidates if any(words(n)[-1] == parts[-1] for n in e.names)]
        candidates = by_surname or [e for e in candidates if not _works_elsewhere(name, e, found, jobs)]
        # "Holm" is whom the surname has stood for before, not his wife who was called by her first name.
        seen = called if by_surname and any(e in called for e in by_surname) else last
        known = [e for e in candidates if e in seen]
        chosen = max(known, key=lambda e: seen[e]) if known else candidates[0] if candidates else None
        chosen = chosen or _misspelt(parts[-1], bearers, gender)
        if chosen is None:
            chosen = register.new(ActorKind.PERSON)
            bearers.setdefault(parts[-1], []).append(chosen)
        if not candidates or by_surname:
            called[chosen] = name.start
        _claim(chosen, name, gender, found)
        last[chosen] = name.start
    return found


def _works_elsewhere(name: Name, entity: Entity, found: Mapping[Name, Entity], jobs: Mapping[Name, str]) -> bool:
    """Whether a bare first name has a role that its bearer with a surname, who has others, is not said to have."""
    theirs = {jobs[n] for n, e in found.items() if e is entity and n in jobs and n != name}
    alone = len(words(name.text)) == 1 and first_name_gender(name.text) is not None
    return alone and name in jobs and bool(theirs) and jobs[name] not in theirs


def _group_full_names(people: Sequence[Name], genders: dict[Name, str], register: Register) -> dict[Name, Entity]:
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
    return found


def _same_person(mine: list[str], entity: Entity) -> bool:
    mine_set = set(mine)
    return any(
        mine_set <= set(w) or (len(w) > 1 and set(w) <= mine_set) or misspelt(mine, w) for w in map(words, entity.names)
    )


def _misspelt(surname: str, bearers: dict[str, list[Entity]], gender: str | None) -> Entity | None:
    """The one person with a full name whose surname is written with another letter here."""
    if len(surname) < SHORTEST_MISSPELT_ALONE:
        return None
    near = [
        e
        for word, people in bearers.items()
        if word[0] == surname[0] and one_letter_apart(word, surname)
        for e in people
        if (not gender or e.gender in (None, gender)) and any(w[-1] == word and len(w) > 1 for w in map(words, e.names))
    ]
    return near[0] if len(near) == 1 else None


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
        if same is None and name.kind is ActorKind.ORGANIZATION and register.find_body(name.kind, name.text) is None:
            same = register.body_misspelt(name.text)
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
    noun = next((word for word in rest if not word.endswith("e")), "")
    weak = first.endswith("e") and entity.gender in ("Masc", "Neut") and group(noun) is not None
    if entity.kind is ActorKind.ORGANIZATION and entity.gender and (_is_oblique(first) or weak):
        front = [nominative(first, entity.gender)]
        while len(rest) > 1 and (_is_oblique(rest[0]) or (weak and rest[0] != noun)):
            front.append(nominative(rest.pop(0), entity.gender))  # "Norddeutschen Allgemeinen Zeitung"
        return " ".join([*front, *rest])
    if group(first) and (found := group(first)) is not None and found.exact and first != found.base:
        return " ".join([found.base, *rest])
    return name


def _is_oblique(word: str) -> bool:
    """Whether a word at a name's beginning looks like an adjective in another case: "Deutschen"."""
    return word[:1].isupper() and word.endswith(("en", "em")) and not role(word) and not group(word)


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
