"""Whether the name of a capital means the town or the government that sits there."""

from spacy.tokens import Doc, Token

from kg.extract.syntax import children, feature, rel
from kg.facts import ActorKind
from kg.lexicon.gazetteer import Known, compound_owner, home_states, name_beginnings, name_index, state_of_adjective
from kg.lexicon.people import adpositions, group, role

ARGUMENTS = frozenset({"nsubj", "obj", "iobj"})


def states_named(doc: Doc) -> dict[str, list[int]]:
    """Where each state or body is spoken of otherwise than by its capital: by name, adjective or compound."""
    found: dict[str, list[int]] = {}
    for token in doc:
        hit = name_index().get(token.text)
        known = hit.known if hit is not None and not hit.seat else state_of_adjective(token.text)
        if known is None and "-" in token.text and (owner := compound_owner(token.text)) is not None:
            known = owner[0]
        if known is None and token.i + 1 < len(doc) and token.text in name_beginnings():
            hit = name_index().get(doc[token.i : token.i + 2].text)
            known = hit.known if hit is not None and not hit.seat else None
        if known is not None:
            found.setdefault(known.name, []).append(token.i)
    return found


def names_side(doc: Doc, start: int, end: int, known: Known, named: dict[str, list[int]]) -> bool:
    """Whether a capital's name acts or is acted on: "Washington müsse aufhören" does, "in Washington" doesn't.

    The syntax has to allow it and, unless it acts itself ("Canberra strich die Hilfe"), the article has to speak of the
    state in other words too; the capital of the reader's own country is a side only beside another one. (Of 36 capitals
    as subject, object or genitive in 500 Wikinews articles 28 were towns, none of them one that acts and whose state
    the article leaves out.)
    """
    head = doc[start:end].root
    if not _is_side(head, doc, start) or (known.name not in named and not _acts(head)):
        return False
    return known.name not in home_states() or _beside_another(doc, start, known, named)


def _acts(head: Token) -> bool:
    """Whether the name is the subject or stands in a row with it: "Paris und Ankara erkannten den Staat an"."""
    while rel(head) == "conj" and head.head.i < head.i:
        head = head.head
    return head.dep_ == "nsubj"


def _beside_another(doc: Doc, start: int, known: Known, named: dict[str, list[int]]) -> bool:
    first, last = start, start + 1
    while first > 0 and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and not doc[last].is_sent_start:
        last += 1
    near = any(first <= i < last for name, at in named.items() if name != known.name for i in at)
    seats = (name_index().get(t.text) for t in doc[first:last])
    return near or any(h and h.seat and h.known.kind is ActorKind.COUNTRY and h.known != known for h in seats)


def _is_side(head: Token, doc: Doc, start: int) -> bool:
    before = doc[start - 1] if start > 0 else None
    if before is not None and before.pos_ in ("ADJ", "DET", "NUM"):
        return False  # "das benachbarte Santo Domingo"
    if before is not None and (group(before.text) or role(before.text)):
        return False  # "die Stadt Peking", "Regierung Moskau"
    owned = _owned(doc, head, start)
    if owned is not None:
        return not _is_local(owned)
    adposition = before if before is not None and before.pos_ == "ADP" else None
    if adposition is None:
        adposition = next((c for c in children(head, "case") if c.i < start), None)
    if adposition is not None:
        return _is_side_after(head, adposition, doc)
    if head.dep_.startswith("nmod") or (feature(head, "Case") == "Gen" and rel(head) not in ARGUMENTS):
        return head.head.pos_ in ("NOUN", "PROPN") and not _is_local(head.head)
    if rel(head) in ARGUMENTS and head.dep_ != "nsubj:pass":
        verb = head.head
        return verb.pos_ in ("VERB", "AUX") and not children(verb, "cop")
    if rel(head) == "conj" and head.head.i != head.i and head.head.i < start:
        return _is_side(head.head, doc, head.head.i)
    return False


def _owned(doc: Doc, head: Token, start: int) -> Token | None:
    """The noun that a name in the genitive belongs to, by form and order: "die Bedenken Moskaus"."""
    hit = name_index().get(head.text[:-1])
    if not head.text.endswith("s") or hit is None or not hit.seat:
        return None
    earlier = start - 1
    while earlier > 0 and doc[earlier].is_quote:
        earlier -= 1
    if earlier >= 0 and doc[earlier].pos_ == "NOUN":
        return doc[earlier]
    return head.head if head.head.pos_ == "NOUN" and head.head.i > head.i else None


def _is_side_after(head: Token, adposition: Token, doc: Doc) -> bool:
    entry = adpositions().get(adposition.lower_)
    if entry is None or entry.sense in ("place", "role") or _is_route(head):
        return False
    if entry.sense == "source":
        earlier = doc[adposition.i - 1] if adposition.i > 0 else None
        free = earlier is None or (
            earlier.pos_ not in ("ADV", "ADJ", "ADP", "NOUN") and feature(earlier, "VerbForm") != "Part"
        )
        return rel(head) == "obl" and head.head.pos_ == "VERB" and free
    return True


def _is_route(head: Token) -> bool:
    """Whether "von" begins a way: "von Paris nach Peking"."""
    return any(
        (entry := adpositions().get(word.lower_)) is not None and entry.sense == "place"
        for word in head.doc[head.i + 1 : head.i + 2]
    )


def _is_local(noun: Token) -> bool:
    """Whether the noun that a town's name belongs to is a place ("im Zentrum Moskaus") or an office of the town."""
    first = next(iter(children(noun, "case")), None)
    entry = adpositions().get(first.lower_) if first is not None else None
    place = group(noun.text)
    if role(noun.text) is not None:
        return True
    if place is not None and place.entry.sort in ("place", "institution", "police", "court"):
        return True
    return entry is not None and entry.local
