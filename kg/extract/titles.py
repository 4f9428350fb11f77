"""Which description belongs to which name: titles before it and appositions after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.descriptions import Description, bears_title
from kg.extract.mentions import Name, is_word
from kg.extract.syntax import feature, finite, rel
from kg.facts import ActorKind
from kg.lexicon.gazetteer import inhabitant
from kg.lexicon.people import adpositions, first_name_gender

FARTHEST = 12
"""Words from a description to the name that stands in apposition to it."""
SEPARATORS = (",", "–", "—")
"""What stands between a description and a name in apposition."""


@dataclass(frozen=True, slots=True)
class Title:
    """A description joined with a name; `start` to `end` is the longest phrase of the two that has no gap."""

    description: Description
    name: Name
    start: int
    end: int


def find_titles(doc: Doc, names: Sequence[Name], descriptions: Sequence[Description]) -> tuple[Title, ...]:
    """Titles and appositions, at most one name for a description."""
    found: dict[int, Title] = {}
    ends: dict[int, list[Description]] = {}
    for d in descriptions:
        ends.setdefault(d.end, []).append(d)
    heads = {i: d for d in descriptions for i in (d.start, d.head)}
    for name in names:
        for title in (*_before(doc, name, ends), *_after(doc, name, heads), *_apposed(doc, name, heads)):
            found.setdefault(title.description.head, title)
    return tuple(found[h] for h in sorted(found))


def _is_naming(token: Token) -> bool:
    """Whether the word only says that a name follows: "ein Junge namens Jan Holm"."""
    entry = adpositions().get(token.lower_)
    return entry is not None and entry.sense == "name"


def _fits(description: Description, name: Name) -> bool:
    """Whether a phrase of this kind can stand beside a name of this kind."""
    d = description
    if name.kind is ActorKind.PERSON:
        return (d.role is not None or d.people is not None) and (d.number != "Plur" or d.open_number)
    if bears_title(d.role):
        return (d.number != "Plur" or d.open_number) and (d.end == name.start or d.start > name.end)
    if d.group is None or d.number == "Plur":
        return False
    sort = d.group.entry.sort
    if name.kind is ActorKind.ORGANIZATION:
        return d.group.entry.kind in (ActorKind.ORGANIZATION, ActorKind.GROUP)
    return sort in ("place", "state")


def _one_gender(d: Description, name: Name) -> bool:
    """Whether an apposition can be the person's: "Ursula Maier, der Vorsitzende" are two."""
    first = first_name_gender(name.text.split()[0])
    told = d.gender in ("Masc", "Fem") and (d.gender == "Fem" or (d.role is not None and d.role.gender is None))
    return not (name.kind is ActorKind.PERSON and told and first is not None and first != d.gender)


def _before(doc: Doc, name: Name, ends: dict[int, list[Description]]) -> Iterator[Title]:
    """ "US-Außenminister Antony Blinken", "Chef der Bank, Josef Ackermann"; several in a row ("Frau Dr. Merkel")."""
    at = name.start
    while (
        d := _fitting(ends, at - 1 if at > 0 and doc[at - 1].text.isspace() else at, name, nearest=True)
    ) is not None:
        if _is_possessor(doc, name, d):
            break
        yield Title(d, name, d.start, name.end)
        at = d.start
        if (first := _first_of_two(doc, d, ends, name)) is not None:
            yield Title(first, name, first.start, name.end)
            at = first.start
    if at == name.start and at > 1 and (doc[at - 1].is_quote or _is_naming(doc[at - 1])):
        quoted = at > 2 and doc[at - 1].is_quote and _is_naming(doc[at - 2])
        d = _fitting(ends, at - (2 if quoted else 1), name)
        if d is not None:
            yield Title(d, name, d.start, name.end)
    d = _in_apposition(doc, name, ends, at)
    if d is not None:
        yield Title(d, name, d.start, name.end)


def _in_apposition(doc: Doc, name: Name, ends: dict[int, list[Description]], at: int) -> Description | None:
    """The description before the comma or dash that the name follows, where parse or punctuation joins the two.

    Args:
        at: where the name with its titles begins.
    """
    if name.kind is ActorKind.PERSON and at == name.start and inhabitant(doc[at - 1].text):
        at -= 1  # "der Vorsitzende, der Belgier Jan Holm,"
    before = at - 1
    article = name.kind is ActorKind.ORGANIZATION or at < name.start
    if at > 1 and article and doc[before].pos_ == "DET":
        before -= 1  # "die Regierungspartei des Landes, die Hamas,"
    apart = before > 0 and doc[before].text in SEPARATORS
    d = (_fitting(ends, before, name) or _fitting(ends, _phrase_start(doc, before), name)) if apart else None
    if d is None or d.definite not in ("def", "none", "indef", "poss"):
        return None
    head = doc[name.start : name.end].root
    while at <= head.head.i < name.start:
        head = head.head  # "ein Mitglied des Vorstands, der Kinderarzt Jan Holm,"
    joined = rel(head) in ("appos", "flat", "conj") and d.start <= head.head.i < d.end
    after = doc[name.end] if name.end < len(doc) else None
    closed = after is not None and (after.text in (*SEPARATORS, "(") or after.pos_ in ("VERB", "AUX"))
    if at != name.start or before < at - 1 or d.definite == "poss":
        return d if joined and closed else None
    alone = not any(c.i < before for c in head.children if c.pos_ != "PUNCT")
    return d if joined or (closed and alone and (d.has_complement or d.end < before)) else None


def _phrase_start(doc: Doc, end: int) -> int:
    """Where a phrase with an adposition begins that ends here: "der Obmann | im Ausschuss, Jan Holm,"."""
    at = end - 1
    if doc[at].pos_ not in ("NOUN", "PROPN"):
        return end
    while at > 0 and doc[at - 1].pos_ in ("ADJ", "DET", "PROPN"):
        at -= 1
    entry = adpositions().get(doc[at - 1].lower_) if at > 0 else None
    return at - 1 if entry is not None and entry.binds else end


def _first_of_two(doc: Doc, second: Description, ends: dict[int, list[Description]], name: Name) -> Description | None:
    """ "der Bankier und frühere Minister Hans Rot": the first of two titles under one article."""
    before = second.start - 1
    if (
        before > 1
        and doc[before].head.i == second.head
        and doc[before].text.endswith("er")
        and doc[before].text[0].isupper()
    ):
        before -= 1  # "die Abgeordnete und Wittener Bürgermeisterin Clara Blau"
    if name.kind is not ActorKind.PERSON or before < 1 or doc[before].pos_ != "CCONJ" or second.definite != "none":
        return None
    first = _fitting(ends, before, name)
    return first if first is not None and shares_article(doc, first, second, named=True) else None


def shares_article(doc: Doc, first: Description, second: Description, named: bool = False) -> bool:
    """Whether two coordinated nouns are said of one person: "der Unternehmer und Politiker" with a singular verb.

    Args:
        named: whether the second stands before a name; then a masculine article is enough, since the verb may be plural
            for somebody who is named later.
    """
    if first.role is None or second.role is None or first.number == "Plur" or first.definite in ("none", "neg"):
        return False
    if doc[second.start - 1].pos_ in ("DET", "ADP") or not doc[first.head].text[:1].isupper():
        return False
    if named and first.gender == "Masc":
        return True
    verb = finite(doc[first.head].head)
    return verb is None or feature(verb, "Number") != "Plur"


def _apposed(doc: Doc, name: Name, heads: dict[int, Description]) -> Iterator[Title]:
    """ "der Präsident in jenen Jahren, Mohammad Chatami": further off, where the parse says so."""
    head = doc[name.start : name.end].root
    d = heads.get(head.head.i)
    if rel(head) != "appos" or d is None or d.head != head.head.i or name.start < 1 or doc[name.start - 1].text != ",":
        return
    if d.head < name.start <= d.head + FARTHEST and _fits(d, name) and d.definite in ("def", "none"):
        yield Title(d, name, d.start, name.end)


def _fitting(ends: dict[int, list[Description]], at: int, name: Name, nearest: bool = False) -> Description | None:
    """The longest fitting description that ends here, or the one whose noun is nearest."""
    found = [d for d in ends.get(at, []) if _fits(d, name)]
    return (found[-1] if nearest else found[0]) if found else None


def _is_possessor(doc: Doc, name: Name, d: Description) -> bool:
    """Whether the name is no second name but the owner: "Sprecher Merkels"."""
    if doc[name.start : name.end].text == name.text:
        return False
    return feature(doc[d.head], "Case") != "Gen"


def _after(doc: Doc, name: Name, heads: dict[int, Description]) -> Iterator[Title]:
    """ "Josef Ackermann, Vorstandschef der Bank," """
    at = name.end
    if at < len(doc) and doc[at].text == "(":
        closing = next((i for i in range(at, min(at + 6, len(doc))) if doc[i].text == ")"), None)
        at = closing + 1 if closing is not None else at
    if at >= len(doc) or doc[at].text != ",":
        return
    i = at + 1
    while i < len(doc) and i - at < 8 and is_word(doc[i]) and not doc[i].is_space:
        d = heads.get(i)
        if d is None:
            if doc[i].pos_ not in ("DET", "ADJ", "NUM", "ADV"):
                return
            i += 1
            continue
        stop = doc[d.end] if d.end < len(doc) else None
        head = doc[d.head]
        joined = rel(head) == "appos" and name.start <= head.head.i < name.end
        closed = stop is None or not is_word(stop)
        if (
            _fits(d, name)
            and _one_gender(d, name)
            and rel(head) not in ("nsubj", "obj", "iobj", "conj")
            and (joined or closed)
        ):
            yield Title(d, name, name.start, name.end)
        return
