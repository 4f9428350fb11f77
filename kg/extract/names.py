"""Names of people, bodies, states and places: entities of the model checked against the gazetteer."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.clusters import stems
from kg.extract.longforms import long_forms
from kg.extract.mentions import Name, base_form, is_capitalised, is_word
from kg.extract.missednames import (
    LONGEST_PERSON,
    adjective_bodies,
    apposed_bodies,
    cut_surnames,
    families,
    joined_names,
    quoted_bodies,
    repeated_names,
    unmarked_people,
)
from kg.extract.namekinds import settle_kinds
from kg.extract.seats import names_side, states_named
from kg.extract.syntax import children, feature
from kg.facts import ActorKind
from kg.lexicon.gazetteer import (
    LONGEST_NAME,
    Known,
    compound_owner,
    inhabitant,
    name_beginnings,
    name_index,
    state_of_adjective,
)
from kg.lexicon.namewords import legal_forms, names_thing
from kg.lexicon.people import adpositions, first_name_gender, group, role

KIND_OF_LABEL = {
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANIZATION,
    "LOC": ActorKind.PLACE,
}
PARTY = "party"
BLOC = "bloc"
"""Sort of the gazetteer's actors that are called after a direction."""
NO_NAMES = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "PART", "INTJ", "NUM"})
"""Parts of speech of words that are no person's name alone, whatever the model's entities say."""


def find_names(doc: Doc) -> tuple[Name, ...]:
    """Names in text order, none overlapping another."""
    words = Counter(t.text for t in doc)
    found = _longest([*_gazetteer(doc), *_entities(doc, words)])
    found = settle_kinds(doc, words, found)
    found = _longest([*found, *unmarked_people(doc, words, found)])
    found = _longest([*found, *joined_names(doc, found), *cut_surnames(doc, found), *quoted_bodies(doc, found)])
    found = _longest([*found, *repeated_names(doc, found), *apposed_bodies(doc, found), *adjective_bodies(doc, found)])
    found = _longest([*found, *long_forms(doc, found), *families(doc, found)])
    return tuple(sorted(_own_bodies(found), key=lambda n: n.start))


def _own_bodies(names: list[Name]) -> list[Name]:
    """The gazetteer's bodies give way to the article's that bear the same name and tell their state.

    "Die Demokratische Partei" after "die Demokratische Partei Thailands" is no party of the United States.
    """
    longer = set()
    for name in names:
        front, _, state = name.text.rpartition(" ")
        hit = name_index().get(state)
        if name.known is None and name.kind is ActorKind.ORGANIZATION and hit and hit.known.kind is ActorKind.COUNTRY:
            longer.add(stems(front))
    return [replace(n, known=None) if n.known and stems(n.text) in longer else n for n in names]


def _longest(names: list[Name]) -> list[Name]:
    """The longest of overlapping names; of equal ones the first given."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        span = range(name.start, name.end)
        if not taken.intersection(span):
            taken.update(span)
            kept.append(name)
    return kept


def _gazetteer(doc: Doc) -> Iterator[Name]:
    index, named, text_of = name_index(), states_named(doc), doc.text
    beginnings = name_beginnings()
    bounds = [(t.idx, t.idx + len(t)) for t in doc]
    i = 0
    while i < len(doc):
        if text_of[slice(*bounds[i])] not in beginnings:
            i += 1
            continue
        for length in range(min(LONGEST_NAME, len(doc) - i), 0, -1):
            text = text_of[bounds[i][0] : bounds[i + length - 1][1]]
            hit = index.get(text)
            if hit is None or (hit.known.ambiguous and not _marked(doc, i, i + length)):
                continue
            if hit.known.sort == BLOC and _is_direction(doc, i):
                continue
            if hit.known.sort == PARTY and length == 1 and _is_member(doc, i):
                continue
            if hit.seat and not names_side(doc, i, i + length, hit.known, named):
                base = text if text[-1:] != "s" or text[:-1] not in index else text[:-1]
                yield Name(i, i + length, ActorKind.PLACE, base)
            else:
                end = i + length
                while end < len(doc) and hit.known.kind is ActorKind.ORGANIZATION and doc[end].text in legal_forms():
                    end += 1  # "Deutsche Bank AG"
                yield Name(i, end, hit.known.kind, _known_text(text, hit.known), hit.known)
            i += length - 1
            break
        i += 1


def _is_member(doc: Doc, at: int) -> bool:
    """Whether a party's name is said of one person: "der Liberale", "die Grüne Ida Holm"."""
    before, word = doc[at - 1] if at > 0 else None, doc[at]
    if before is None or before.pos_ != "DET" or role(word.text) is None:
        return False
    if feature(before, "Number") == "Plur" or feature(word, "Number") == "Plur":
        return False
    named = at + 1 < len(doc) and doc[at + 1].pos_ == "PROPN" and not word.text.endswith("n")
    return named or feature(before, "Gender") == "Masc"


def _known_text(text: str, known: Known) -> str:
    """The table's spelling of a matched form: "Vereinigten Staaten" -> "Vereinigte Staaten"."""
    index = name_index()
    if text.endswith(("s", "'", "’")) and text[:-1] in index:
        return text[:-1]
    words = text.split(" ")
    if len(words) > 1 and known.grammar != "Masc" and words[0].endswith(("en", "em", "er")):
        base = " ".join([words[0][:-2] + ("es" if known.grammar == "Neut" else "e"), *words[1:]])
        return base if base in index else text
    return text


def _is_direction(doc: Doc, at: int) -> bool:
    """Whether a word such as "Westen" is where something lies: "im Westen", "der Westen des Landes"."""
    first = at - 1
    while first > 0 and doc[first].pos_ in ("DET", "ADJ"):
        first -= 1
    before = adpositions().get(doc[first].lower_) if first >= 0 else None
    return (before is not None and before.sense == "place") or bool(children(doc[at], "nmod"))


def _marked(doc: Doc, start: int, end: int) -> bool:
    """Whether the model sees a name here or quotation marks stand around."""
    if any(t.ent_type_ in ("ORG", "MISC") for t in doc[start:end]):
        return True
    return (
        start > 0 and end < len(doc) and not is_word(doc[start - 1]) and doc[start - 1].is_quote and doc[end].is_quote
    )


def _entities(doc: Doc, words: Counter[str]) -> Iterator[Name]:
    for ent in doc.ents:
        kind = KIND_OF_LABEL.get(ent.label_)
        if kind is None:
            continue
        start, end = _trimmed(doc, ent.start, _whole(doc, ent.start, ent.end), kind)
        if end <= start or not any(t.text != t.lower_ or t.text[:1].isdigit() for t in doc[start:end]):
            continue
        if kind is ActorKind.PERSON and end - start > LONGEST_PERSON:
            continue
        if end - start == 1 and _is_common(doc[start], kind):
            continue
        if names_thing(doc[end - 1].text) and (
            kind is ActorKind.ORGANIZATION or (kind is ActorKind.PERSON and doc[end - 1].pos_ != "PROPN")
        ):
            continue
        if kind is not ActorKind.PERSON and doc[end - 1].pos_ == "NOUN" and role(doc[end - 1].text):
            continue  # "Schweizer Bankier"
        split = _second_name(doc, start, end) if kind is ActorKind.ORGANIZATION else None
        if split is not None:
            yield Name(split, end, ActorKind.PERSON, base_form(doc, split, end, words))
            continue
        yield Name(start, end, kind, base_form(doc, start, end, words))


def _whole(doc: Doc, start: int, end: int) -> int:
    """End of an entity that was cut between an adjective and its noun: "Institut für alte | und neue Musik"."""
    last = doc[end - 1]
    if last.pos_ != "ADJ" or not last.is_lower or last.head.pos_ != "NOUN" or not end <= last.head.i <= end + 2:
        return end
    between = all(t.pos_ in ("CCONJ", "ADJ") for t in doc[end : last.head.i])
    return last.head.i + 1 if between and end - start > 1 else end


def _trimmed(doc: Doc, start: int, end: int, kind: ActorKind) -> tuple[int, int]:
    """An entity without article words, quotation marks, half brackets and, for people, titles."""
    texts = [t.text for t in doc[start:end]]
    if ")" in texts and "(" not in texts:
        start += texts.index(")") + 1
    elif "(" in texts and ")" not in texts:
        end = start + texts.index("(")
    while start < end and (doc[start].pos_ == "DET" or not is_word(doc[start]) or doc[start].is_space):
        start += 1
    while end > start and (not is_word(doc[end - 1]) or doc[end - 1].is_space or doc[end - 1].pos_ in ("ADP", "DET")):
        end -= 1
    for i in range(start, end):
        if "\n" in doc[i].text or "\t" in doc[i].text:
            return start, i
    if kind is ActorKind.PERSON:
        while end - start > 1 and (
            role(doc[start].text)
            or inhabitant(doc[start].text)
            or (not is_capitalised(doc[start]) and doc[start].pos_ in ("ADJ", "NOUN", "ADV"))
        ):
            if first_name_gender(doc[start].text):
                break
            start += 1
        end = _without_body(doc, start, end)
    else:
        while end - start > 1 and doc[start].pos_ == "ADJ" and doc[start].is_lower:
            start += 1
        while end - start > 1 and (r := role(doc[start].text)) and r.number != "Plur" and doc[start].pos_ == "NOUN":
            start += 1
    return start, end


def _without_body(doc: Doc, start: int, end: int) -> int:
    """End of a person's name without the body after it: "Clara Hoffmann von den Grünen"."""
    for at in range(start + 1, end - 1):
        if doc[at].is_lower and doc[at + 1 : end].text.rsplit(" ", 1)[-1] in name_index():
            known = name_index()[doc[at + 1 : end].text.rsplit(" ", 1)[-1]].known
            if known.kind is ActorKind.ORGANIZATION:
                return at
    return end


def _second_name(doc: Doc, start: int, end: int) -> int | None:
    """Where a person's name begins inside an entity that begins with a body of the gazetteer."""
    for at in range(start + 1, end - 1):
        if first_name_gender(doc[at].text) and doc[start:at].text in name_index():
            return at
    first = name_index().get(doc[start].text)
    if first is not None and first.known.sort == PARTY and end - start > 1 and _is_member(doc, start):
        return start + 1  # "der Grüne Jan Holm"
    return None


def _is_common(token: Token, kind: ActorKind) -> bool:
    """Whether a single word is no name but a noun that other rules read ("US-Außenminister", "Polizei")."""
    word = token.text
    if not any(c.isupper() for c in word) or state_of_adjective(word) or inhabitant(word):
        return not (kind is ActorKind.ORGANIZATION and "." in word)
    small = token.pos_ in NO_NAMES or len(word.rstrip(".")) < 2 or token.lower_ in adpositions()
    if kind is ActorKind.PERSON and small:
        return True
    if token.pos_ == "ADJ" and token.dep_ == "amod" and word.endswith("er"):
        return True  # "die Wiener Feuerwehr"
    if kind is ActorKind.PERSON:
        return bool("-" in word and role(word) and token.pos_ == "NOUN")
    owner = compound_owner(word)
    if owner is not None:
        return True
    found = group(word)
    title = role(word)
    return bool(
        (found and (found.exact or kind is ActorKind.ORGANIZATION)) or (title and (token.pos_ == "NOUN" or title.exact))
    )
