"""Common nouns for people and bodies with what belongs to them: article, adjectives, owner, complement."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.agents import agents_before
from kg.extract.agreement import Definite, counts, definiteness, gender_of, is_contracted, names_one, number_of
from kg.extract.bodyphrases import ends_with_town, stands_before_body
from kg.extract.mentions import Name, is_capitalised, is_word
from kg.extract.syntax import children, clause_head, feature, rel
from kg.facts import ActorKind
from kg.lexicon.bodynouns import body_noun
from kg.lexicon.gazetteer import Known, compound_owner, inhabitant, state_of_adjective, state_of_town_adjective
from kg.lexicon.namewords import body_titles, office_nouns, origin, towns_of, townspeople
from kg.lexicon.people import Group, Role, adpositions, group, role, title_role

NOUN_LIKE = frozenset({"NOUN", "PROPN", "ADJ", "X"})
"""Parts of speech that the model gives to nouns for people."""
ORIGIN = "origin"
"""Field of the nouns that say where somebody is from."""
_SHORTEST_TOWN = 4
LONGEST_COMPLEMENT = 9
"""Words after the noun that still belong to it; longer ones are mostly parse errors."""


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes somebody.

    Attributes:
        head: index of the noun; `start` to `end` is the phrase without its article, `core` its beginning without
            adjectives and owner.
        owner: state or body in a compound or adjective ("US-", "russische"); `by_compound` tells which of the two.
        owner_name: name before or after the noun ("Russlands Staatschef", "Sprecher der Bank").
        people: state whose people the noun names ("Franzosen").
        open_number: "den Kandidaten" can be one or several.
        counted: index of an indefinite number word before the phrase ("mehrere hundert Zivilisten").
    """

    head: int
    start: int
    core: int
    end: int
    number: str
    gender: str | None
    definite: Definite
    role: Role | None = None
    group: Group | None = None
    people: Known | None = None
    owner: Known | None = None
    by_compound: bool = False
    owner_name: Name | None = None
    stem: str | None = None
    counted: int | None = None
    open_number: bool = False

    @property
    def has_complement(self) -> bool:
        return self.end > self.head + 1


def find_descriptions(doc: Doc, names: Sequence[Name]) -> tuple[Description, ...]:
    """Descriptions in text order, names excluded."""
    at = {i: n for n in names for i in range(n.start, n.end)}
    return tuple(d for t in doc if t.i not in at and (d := _describe(t, at)) is not None)


def _describe(token: Token, at: dict[int, Name]) -> Description | None:
    small_age = token.pos_ == "NOUN" and token.text[0].isdigit()  # "der 81-jährige"
    if not (is_capitalised(token) or small_age) or token.pos_ not in NOUN_LIKE or not is_word(token):
        return None
    if _modifies_noun(token):
        return None
    the_role, the_group = role(token.text), group(token.text)
    if the_role is None and _stands_before_person(token, at) and (title := title_role(token.text)) is not None:
        the_role, the_group = title, None
    if the_role is None and the_group is None and stands_before_body(token, at):
        the_group = body_noun(token.text)
    people = inhabitant(token.text) if rel(token) != "amod" else None
    if token.pos_ == "PROPN" and "-" not in token.text:
        # Towns and surnames end like nouns ("Euskirchen"); with an article or as a body they are nouns.
        noun = token.ent_type_ in ("", "ORG") and bool(children(token, "det", "amod"))
        the_role = the_role if the_role and (the_role.exact or noun) else None
        the_group = the_group if the_group and (the_group.exact or noun or token.ent_type_ == "ORG") else None
    if the_role is None and the_group is None and people is None:
        the_role = _from_town(token, at)
        if the_role is None:
            return None
    if _modifies_title(token, the_role) or (the_role is not None and token.i + 1 not in at and _names_office(token)):
        return None
    if the_group is not None and the_group.entry.sort == "number" and token.head.i > token.i and token.dep_ == "nmod":
        return None
    start, determiner, owner_before = _left(token, at)
    definite = definiteness(token, determiner)
    if owner_before is not None:
        definite = "def"
    core = token.i
    found = compound_owner(token.text)
    if found is None and token.i > 0 and "-" in token.text and is_capitalised(token.doc[token.i - 1]):
        found = compound_owner(token.doc[token.i - 1 : token.i + 1].text)  # "IG Metall-Vorsitzende"
        core -= 1 if found else 0
    owner, by_compound = (found[0], True) if found else (None, False)
    stem = token.text.rsplit("-", 1)[0] if owner is None and "-" in token.text else None
    if owner is None:
        owner = next((k for t in token.doc[start : token.i] if (k := state_of_adjective(t.text))), None)
    if owner is None and the_group is not None and the_group.entry.stands_for in ("always", "named"):
        owner = next((k for t in token.doc[start : token.i] if (k := state_of_town_adjective(t.text))), None)
    end = _without_rest(token, _complement_end(token, at), at)
    number = number_of(token, determiner, the_role, the_group, people)
    open_number = the_role.number == "" if the_role else the_group is not None and the_group.gender == "Masc"
    if number == "Plur" and open_number and names_one(token, at):
        number = "Sing"
    if the_role is not None and the_group is not None:
        # "Vertreter", "Partner": a collective only in the plural; "Autobauer" is a company, "Stadtrat" mostly a body.
        single = the_group.exact and the_group.number != "Plur" and not names_one(token, at)
        if single or (the_group.exact and not the_role.exact) or (number == "Plur" and the_group.number == "Plur"):
            the_role = None
        else:
            the_group = None
    owner_name = owner_before or next((at[i] for i in range(token.i + 1, end) if i in at), None)
    if token.i >= 2 and token.doc[token.i - 1].pos_ == "CCONJ" and token.doc[token.i - 2].text.endswith("-"):
        core = token.i - 2
    return Description(
        token.i,
        min(start, core),
        core,
        end,
        number,
        gender_of(token, determiner, the_role, the_group, people, number),
        definite,
        the_role,
        the_group,
        people[0] if people else None,
        owner,
        by_compound,
        owner_name,
        stem,
        determiner.i if determiner is not None and counts(determiner) and determiner.i == start - 1 else None,
        the_role is not None and the_role.number == "" and determiner is not None and determiner.lower_.endswith("en"),
    )


def _modifies_noun(token: Token) -> bool:
    """Whether a word with a capital only tells which body or person: "die Freiwillige Feuerwehr"."""
    if token.head.i < token.i or token.head.pos_ not in ("NOUN", "PROPN"):
        return False
    adjective = token.pos_ == "ADJ" and rel(token) == "amod"
    return adjective or (rel(token) == "compound" and group(token.head.text) is not None)


def _from_town(token: Token, at: dict[int, Name]) -> Role | None:
    """One person called after a town or region or all of them: "die Berlinerin", no "Berliner Polizei"."""
    if token.pos_ != "NOUN" or rel(token) in ("amod", "compound", "flat"):
        return None
    owning = rel(token) == "nmod" and [d.lower_ for d in children(token, "det")] == ["der"]
    if feature(token, "Number") == "Plur" or (owning and not children(token, "case")):  # "der Trainer der Kölner"
        all_of_them = any(feature(d, "Definite") == "Def" for d in children(token, "det"))
        people = townspeople(token.text) or _people_of_named_town(token, at) if all_of_them else None
        return Role(people, people, "Masc", "Plur", ORIGIN, (), False, True) if people is not None else None
    gender = origin(token.text)
    if gender is None:
        return None
    return Role(token.text, token.text, gender, "Sing", ORIGIN, (), False, True)


def _people_of_named_town(token: Token, at: dict[int, Name]) -> str | None:
    """ "die Wittener" in an article that names Witten."""
    people = token.text[:-1] if token.text.endswith("ern") else token.text
    towns = {t for t in towns_of(people) if len(t) >= _SHORTEST_TOWN}
    named = (n for n in at.values() if n.kind is not ActorKind.PERSON) if towns else ()
    return people if any(w in towns for n in named for w in n.text.split()) else None


def _modifies_title(token: Token, the_role: Role | None) -> bool:
    """ "der Vorsitzende Richter": the first word only tells which one."""
    adjectival = the_role is not None and the_role.gender is None and not the_role.title
    return (
        adjectival
        and rel(token) in ("amod", "compound")
        and token.head.i == token.i + 1
        and role(token.head.text) is not None
    )


def _names_office(token: Token) -> bool:
    """Whether the noun tells an office, whoever holds it: "das Amt des Präsidenten"."""
    office = token.head
    return (
        rel(token) == "nmod"
        and office.i < token.i
        and office.text in office_nouns()
        and not any(rel(c) in ("appos", "flat") for c in token.children)
        and feature(token, "Case") == "Gen"
    )


def _stands_before_person(token: Token, at: dict[int, Name]) -> bool:
    doc, after = token.doc, token.i + 1
    if after + 2 < len(doc) and doc[after].pos_ == "CCONJ":  # "der Segelmacher und frühere Minister Jan Holm"
        after += 1
        while after + 1 < len(doc) and doc[after].pos_ == "ADJ":
            after += 1
        after += 1 if doc[after].pos_ == "NOUN" else 0
    name = at.get(after)
    if token.pos_ != "NOUN" or name is None or name.kind is not ActorKind.PERSON or name.start != after:
        return False
    return doc[name.start : name.end].text == name.text and feature(doc[after], "Case") != "Gen"


def _left(token: Token, at: dict[int, Name]) -> tuple[int, Token | None, Name | None]:
    """Beginning of the phrase left of the noun, its determiner, and a name in the genitive before it."""
    doc, i = token.doc, token.i - 1
    start = token.i
    while i >= 0:
        t = doc[i]
        if i in at:
            name = at[i]
            raw = doc[name.start : name.end].text
            owns = raw != name.text or (feature(doc[name.end - 1], "Case") == "Gen" and not is_numbered(t))
            if owns and not any(rel(c) == "case" for c in doc[name.start : name.end].root.children):
                return name.start, None, name
            break
        inside = t.head.i > i or t.pos_ in ("ADJ", "NUM")
        numeral = t.pos_ == "NUM" or rel(t) == "nummod"
        if (t.pos_ in ("ADJ", "ADV", "NUM", "VERB") and inside and not t.is_punct and rel(t) != "root") or numeral:
            if t.pos_ in ("ADV", "VERB") and t.head.i > token.i:
                break
            start = i if t.pos_ != "ADV" or start < token.i else start
            i -= 1
            continue
        if t.pos_ == "CCONJ" and i > 0 and start < token.i and doc[i - 1].pos_ == "ADJ":
            i -= 1
            continue
        break
    determiner = doc[i] if i >= 0 and (doc[i].pos_ in ("DET", "PRON") or is_contracted(doc[i])) else None
    if determiner is None:
        determiner = next((c for c in children(token, "det") if c.i < token.i), None)
    return start, determiner, None


def is_numbered(token: Token) -> bool:
    return any(c.isdigit() for c in token.text)


def _complement_end(token: Token, at: dict[int, Name]) -> int:
    """End of what follows the noun and belongs to it: genitives and phrases with "von", "für", "in"."""
    doc, end = token.doc, token.i + 1
    limit = min((a.left_edge.i for a in agents_before(clause_head(token))), default=len(doc))
    beside = at.get(end)
    if beside is not None and beside.start == end and beside.kind is not ActorKind.PERSON and _apposed(token, beside):
        return end
    for child in children(token, "nmod", "appos", "flat", "compound", "obl"):
        if child.i < end:
            continue
        edge = child.left_edge.i
        if edge != end or edge == limit or "\n" in doc[token.i : edge + 1].text:
            break
        if not _binds(doc[edge]) and (ends_with_town(doc, token.i, end, at) or not _genitive(doc, child, at)):
            break
        stop = _stop(doc, child, end, at)
        if _binds(doc[edge]) and not _names_place(doc[edge]):
            stop = _coordinated(doc, stop, at)
        stop = min(stop, limit) if edge < limit else stop
        if stop - token.i > LONGEST_COMPLEMENT:
            break
        end = stop
    if end == token.i + 1:
        end = _plain_genitive(token, at)
    # "Regierung von Präsident Hans Rot", but "warf die Staatsanwaltschaft Hans Rot vor"
    is_body = group(token.text) is not None and role(token.text) is None and token.i + 1 not in at
    for i in range(token.i + 1, end):
        name = at.get(i)
        if name is not None and name.kind is ActorKind.PERSON and name.start == i and not is_body:
            if all((r := role(t.text)) is not None and r.title for t in doc[token.i + 1 : i]):
                return token.i + 1  # "Direktor | Prof. Dr. Jan Holm"
            titled = doc[i - 1].pos_ in ("NOUN", "PROPN") and doc[name.start : name.end].text == name.text
            if titled and (i > token.i + 1 or not name.text.endswith("s") or feature(doc[i], "Case") != "Gen"):
                return i
    return end


def _without_rest(token: Token, end: int, at: dict[int, Name]) -> int:
    """The end without words that something has been cut off from: "Freunden der", "Opfer der Flut-"."""
    while end > token.i + 1 and end - 1 not in at:
        last = token.doc[end - 1]
        if last.pos_ not in ("DET", "ADP", "ADJ", "ADV", "PRON", "CCONJ") and not last.text.endswith("-"):
            break
        end -= 1
    return end


def _apposed(token: Token, name: Name) -> bool:
    """Whether the name right after the noun is the body's own: "Drogerie-Kette Schlecker", "Provinz Kosovo"."""
    if token.doc[name.start : name.end].text != name.text:
        return False
    if bears_title(role(token.text)):
        root = token.doc[name.start : name.end].root
        return rel(root) in ("appos", "flat", "nmod") and root.head.i == token.i
    found = group(token.text) or body_noun(token.text)
    if found is None:
        return False
    if name.kind is ActorKind.ORGANIZATION:
        return found.entry.kind in (ActorKind.ORGANIZATION, ActorKind.GROUP)
    return found.entry.sort in ("place", "state")


def bears_title(the_role: Role | None) -> bool:
    """Whether a body can be called so as well: "der Konkurrent Nordlicht"."""
    return the_role is not None and the_role.noun in body_titles()


def _binds(token: Token) -> bool:
    entry = adpositions().get(token.lower_)
    return entry is not None and entry.binds


def _names_place(token: Token) -> bool:
    entry = adpositions().get(token.lower_)
    return entry is not None and entry.sense in ("place", "source")


def _genitive(doc: Doc, child: Token, at: dict[int, Name]) -> bool:
    cases = {feature(t, "Case") for t in (doc[child.left_edge.i], child)}
    if doc[child.left_edge.i].pos_ == "ADP":
        return False
    if child.left_edge.i == child.i and child.pos_ != "PROPN":
        # A bare noun in the genitive is mostly a misread nominative.
        named = rel(child) in ("appos", "flat", "compound") or "-" in child.text
        return child.i in at or (named and group(doc[child.i - 1].text) is not None)
    return "Gen" in cases or child.i in at


def _stop(doc: Doc, child: Token, start: int, at: dict[int, Name]) -> int:
    """End of a dependent's words up to the first punctuation or clause."""
    stop = start
    last = child.right_edge.i
    while stop <= last and stop < len(doc):
        t = doc[stop]
        if stop in at:
            stop = at[stop].end
            if at[stop - 1].kind is ActorKind.PLACE and stop < len(doc) and _names_place(doc[stop]):
                break  # "der Verein aus Bremen in Düsseldorf"
            continue
        if t.pos_ == "CCONJ" and _joins_parts(doc, stop):
            stop += 1
            continue
        if (not is_word(t) and t.text not in ("-", "/")) or t.is_space or t.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ"):
            break
        stop += 1
    return stop


def _joins_parts(doc: Doc, at: int) -> bool:
    """Whether a conjunction stands inside one phrase: "Institut für nationale und religiöse Studien", "Rechts- und"."""
    before, after = doc[at - 1], doc[min(at + 1, len(doc) - 1)]
    return before.text.endswith("-") or (before.pos_ == "ADJ" and after.pos_ == "ADJ")


def _coordinated(doc: Doc, end: int, at: dict[int, Name]) -> int:
    """The end with further fields of an office: "Minister für Umwelt, Energie und Verkehr"."""
    stop = end
    while stop + 1 < len(doc) and (doc[stop].pos_ == "CCONJ" or doc[stop].text == ","):
        last = doc[stop].pos_ == "CCONJ"
        noun = stop + 1
        if _binds(doc[noun]) and last:
            noun += 1  # "des Innern und für Sport"
        while noun + 1 < len(doc) and doc[noun].pos_ == "ADJ":
            noun += 1
        if doc[noun].pos_ != "NOUN" or noun in at or role(doc[noun].text):
            return end
        stop = noun + 1
        person = at.get(stop)
        if group(doc[noun].text) and (person is None or person.kind is not ActorKind.PERSON):
            return end  # but "Beauftragte für Kultur und Medien Ida Blau"
        if last:
            return stop
    return end


def _plain_genitive(token: Token, at: dict[int, Name]) -> int:
    """The same by word order, where the parse has it otherwise: an article in the genitive and a noun right after."""
    doc, i = token.doc, token.i + 1
    if (
        i + 1 < len(doc)
        and _binds(doc[i])
        and (name := at.get(i + 1))
        and name.end < len(doc)
        and doc[name.end].text == "("
    ):
        return name.end  # "Friedensmission im Südsudan (UNMISS)"
    if i >= len(doc) or doc[i].pos_ != "DET" or feature(doc[i], "Case") != "Gen" or doc[i].head.i <= i:
        return i
    noun = doc[i].head
    if noun.i - i > 4 or rel(noun) in ("nsubj", "obj", "iobj"):
        return i
    name = at.get(noun.i) or at.get(noun.i + 1)
    return max(noun.i + 1, name.end if name and name.kind is not ActorKind.PERSON else 0)
