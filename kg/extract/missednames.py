"""Names that the model passed over: told by a title, a first name, a noun before them, or the same name elsewhere."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.mentions import Name, base_form, is_capitalised, is_word, nominative
from kg.extract.namekinds import FREELY_NAMED
from kg.extract.syntax import feature, rel
from kg.facts import ActorKind
from kg.lexicon.gazetteer import compound_owner
from kg.lexicon.people import first_name_gender, group, name_particles, role
from kg.lexicon.quotation_marks import quotation_marks

OPEN_CLASSES = frozenset({"PROPN", "NOUN", "X", "ADJ", "ADV", "VERB"})
"""Parts of speech that the model gives to surnames it doesn't know."""
NEVER_CAPITALISED = frozenset({"ADV", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PART"})
"""Parts of speech of words that have a small letter inside a sentence unless they are names."""
MOST_PARTICLES = 3
FAMILY = "family"
"""Sort of the nouns for people of one surname."""
LONGEST_QUOTED = 6
"""Words of the longest name in quotation marks; longer ones are what somebody said."""
INSIDE_NAMES = ("-", "–", "’", "'", "&", "/")
"""Punctuation that a name in quotation marks can hold."""
LONGEST_PERSON = 6
"""Tokens of the longest name of a person that is believed; longer ones are tables or lists."""


def unmarked_people(doc: Doc, words: Counter[str], names: list[Name]) -> Iterator[Name]:
    """People the model passed over: a title or a first name before proper nouns."""
    taken = {i for n in names for i in range(n.start, n.end)}
    for token in doc:
        if token.i in taken or not is_capitalised(token):
            continue
        titled = role(token.text)
        start = token.i + 1 if titled and titled.number != "Plur" and token.pos_ != "PROPN" else token.i
        end = start + 1 if start == token.i and "-" in token.text and first_name_gender(token.text) else start
        while (
            end < len(doc)
            and end not in taken
            and doc[end].pos_ == "PROPN"
            and is_capitalised(doc[end])
            and is_word(doc[end])
        ):
            end += 1
        if end == start or compound_owner(doc[start].text) or group(doc[start].text) or end - start > LONGEST_PERSON:
            continue
        if start > token.i:
            sure = titled is not None and "Sing" in (feature(token, "Number"), feature(doc[start], "Number"))
        else:
            sure = end - start > 1 and first_name_gender(token.text) is not None and not role(doc[start + 1].text)
        if sure and not doc[start].is_space:
            yield Name(start, end, ActorKind.PERSON, base_form(doc, start, end, words))
            taken.update(range(start, end))


def joined_names(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Names that the model cut at a particle or a nickname: "Ursula" and "Leyen" of "Ursula von der Leyen"."""
    at = {i: n for n in names for i in range(n.start, n.end)}
    yield from _nicknamed(doc, at)
    for name in names:
        if name.kind is not ActorKind.PERSON or name.end - name.start > 1 or not first_name_gender(name.text):
            continue
        i = name.end
        while i < len(doc) and i - name.end < MOST_PARTICLES and doc[i].text in name_particles():
            i += 1
        if i == name.end or i >= len(doc) or not is_capitalised(doc[i]):
            continue
        rest = at.get(i)
        surname = doc[i].pos_ == "PROPN" or (i - name.end > 1 and not group(doc[i].text) and not role(doc[i].text))
        if rest is None and not surname:
            continue
        if rest is None or rest.kind is ActorKind.PERSON or _may_be_surname(doc, rest, i - name.end):
            end = rest.end if rest is not None else i + 1
            last = rest.text if rest is not None else doc[i].text
            yield Name(name.start, end, ActorKind.PERSON, f"{doc[name.start : i].text} {last}")


def cut_surnames(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Names whose last word the model took for a word with a capital by chance: "Hamid Abdel Nour"."""
    taken = {i for n in names for i in range(n.start, n.end)}
    for name in names:
        if name.kind is not ActorKind.PERSON or name.end - name.start < 2 or name.end >= len(doc):
            continue
        word = doc[name.end]
        if name.end not in taken and word.pos_ in NEVER_CAPITALISED and is_capitalised(word) and is_word(word):
            yield Name(name.start, name.end + 1, ActorKind.PERSON, f"{name.text} {word.text}")


def _may_be_surname(doc: Doc, name: Name, particles: int) -> bool:
    """Whether what follows "von der" can be a surname that the model took for a body; towns stand after "von" alone."""
    if name.known is not None or name.end - name.start > 1 or group(doc[name.start].text):
        return False
    return name.kind is ActorKind.ORGANIZATION or particles > 1


def _nicknamed(doc: Doc, at: dict[int, Name]) -> Iterator[Name]:
    """ "Peter „Pit“ Hansen": one name around the quotation marks."""
    for token in doc[1:-3]:
        nickname, closing, after = doc[token.i + 1], doc[token.i + 2], token.i + 3
        if token.text not in quotation_marks() or closing.text not in quotation_marks():
            continue
        first, last = at.get(token.i - 1), at.get(after)
        if first is None or first.kind is not ActorKind.PERSON or not is_capitalised(nickname):
            continue
        named = last.kind is ActorKind.PERSON if last is not None else doc[after].pos_ == "PROPN"
        if named and is_capitalised(doc[after]):
            surname, end = (last.text, last.end) if last is not None else (doc[after].text, after + 1)
            yield Name(first.start, end, ActorKind.PERSON, f"{doc[first.start : token.i].text} {surname}")


def repeated_names(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Further places where a name's word stands that the model marked only elsewhere."""
    yield from _particles(doc, names)
    taken = {i for n in names for i in range(n.start, n.end)}
    people = {
        w: n for n in names if n.kind is ActorKind.PERSON for w in n.text.split() if len(w) > 1 and w[:1].isupper()
    }
    others = {n.text: n for n in names if n.kind is ActorKind.ORGANIZATION and n.known is None and n.end - n.start == 1}
    for token in doc:
        if token.i in taken or not is_capitalised(token) or token.pos_ not in OPEN_CLASSES:
            continue
        for base in (token.text, token.text[:-1] if token.text.endswith("s") else ""):
            person, other = people.get(base), others.get(base)
            sure = token.pos_ in ("PROPN", "X") or (
                person is not None and base == person.text.split()[-1] and not _has_article(token)
            )
            if person is not None and sure and token.ent_type_ != "MISC":
                yield Name(token.i, token.i + 1, ActorKind.PERSON, base)
                break
            if other is not None and (token.pos_ != "NOUN" or len(base) > 2):
                yield Name(token.i, token.i + 1, other.kind, base)
                break


def apposed_bodies(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Bodies the model passed over, named after what they are: "Drogerie-Kette Schlecker"."""
    taken = {i for n in names for i in range(n.start, n.end)}
    for token in doc[1:]:
        if token.pos_ != "PROPN" or token.i in taken or doc[token.i - 1].pos_ != "NOUN":
            continue
        before = group(doc[token.i - 1].text)
        if before is None:
            continue
        if before.entry.kind is not ActorKind.ORGANIZATION or before.number == "Plur":
            continue
        beside = token.head.i == doc[token.i - 1].head.i and not list(token.children) and not token.ent_type_
        if rel(token) in ("appos", "flat") or (beside and before.entry.sort in FREELY_NAMED):
            yield Name(token.i, token.i + 1, ActorKind.ORGANIZATION, token.text)


def quoted_bodies(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Bodies whose name stands in quotation marks after what they are: "die Bürgerinitiative „Rettet den Wald“"."""
    marks = quotation_marks()
    for token in doc[:-3]:
        if token.pos_ != "NOUN" or doc[token.i + 1].text not in marks or not doc[token.i + 2].is_alpha:
            continue
        before = group(token.text)
        if before is None or before.entry.kind not in (ActorKind.ORGANIZATION, ActorKind.GROUP):
            continue
        if before.number == "Plur" or before.entry.sort == "number":
            continue
        start = token.i + 2
        inside = doc[start : start + LONGEST_QUOTED + 1]
        end = next((t.i for t in inside if t.text in marks), None)
        if end is None or not is_capitalised(doc[start]):
            continue
        if not any(t.is_punct and t.text not in INSIDE_NAMES for t in doc[start:end]):
            yield Name(start, end, ActorKind.ORGANIZATION, doc[start:end].text)


def adjective_bodies(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Bodies the model passed over, whose adjective has a capital inside the sentence: "die Deutsche Mieterpartei"."""
    taken = {i for n in names for i in range(n.start, n.end)}
    begun = {n.start: n for n in names if n.kind is ActorKind.ORGANIZATION and n.known is None}
    for token in doc[1:]:
        name = begun.get(token.i)
        free = token.i not in taken or (name is not None and name.end > token.i + 1)
        body = group(token.text) if token.pos_ in ("NOUN", "PROPN") and free else None
        if body is None or body.entry.kind is not ActorKind.ORGANIZATION or body.number == "Plur":
            continue
        start = token.i
        while start > 0 and start - 1 not in taken and _is_name_adjective(doc[start - 1]):
            start -= 1
        if start < token.i:
            front = [nominative(doc[i].text, body.gender) for i in range(start, token.i)]
            end = name.end if name is not None else token.i + 1
            while end < len(doc) and doc[end].ent_type_ == "LOC" and doc[end].pos_ == "PROPN":
                end += 1  # "die Freiwillige Feuerwehr Neustadt"
            back = [t.text for t in doc[token.i + 1 : end]]
            yield Name(start, end, ActorKind.ORGANIZATION, " ".join([*front, body.base, *back]))


def families(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Several people called by one surname: "die Familie Holm", "das Ehepaar Holm"."""
    for name in names:
        noun = doc[name.start - 1] if name.start > 0 else None
        if name.kind is not ActorKind.PERSON or noun is None or noun.pos_ != "NOUN" or name.end - name.start > 1:
            continue
        kin = group(noun.text)
        if kin is not None and kin.entry.sort == FAMILY and doc[name.start].text == name.text:
            yield Name(noun.i, name.end, ActorKind.GROUP, f"{kin.base} {name.text}")


def _is_name_adjective(token: Token) -> bool:
    """Whether it is an adjective with a capital that no sentence, quotation or town's name gives it."""
    if not is_capitalised(token) or token.is_sent_start or token.text.endswith("er"):
        return False
    if token.pos_ != "ADJ" and not (rel(token) == "compound" and token.text.endswith(("e", "en"))):
        return False
    before = token.nbor(-1)
    return is_word(before) and (before.is_lower or before.pos_ in ("ADJ", "DET"))


def _particles(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Surnames with a particle, also where it stands first in the sentence: "Von der Leyen betonte"."""
    surnames = {}
    for name in names:
        small = next((i for i, w in enumerate(name.text.split()) if w.islower()), 0)
        if name.kind is ActorKind.PERSON and small and not name.text.split()[-1].islower():
            surnames[" ".join(name.text.split()[small:]).casefold()] = len(name.text.split()) - small
    for surname, length in surnames.items():
        for i in range(len(doc) - length + 1):
            if doc[i : i + length].text.casefold() == surname and not (i and doc[i - 1].ent_type_ == "PER"):
                yield Name(
                    i, i + length, ActorKind.PERSON, surname.title() if length == 1 else doc[i : i + length].text
                )


def _has_article(token: Token) -> bool:
    before = token.nbor(-1) if token.i > 0 else None
    return (before is not None and before.pos_ in ("DET", "ADJ")) or any(rel(c) == "det" for c in token.children)
