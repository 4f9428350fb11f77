"""Definiteness, number and gender of a noun phrase, by article and endings first, by the model's features second."""

from typing import Literal

from spacy.tokens import Token

from kg.extract.mentions import Name
from kg.extract.syntax import children, feature, finite, rel
from kg.facts import ActorKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.gazetteer import Known
from kg.lexicon.namewords import body_titles
from kg.lexicon.people import Group, Role, adpositions, role

Definite = Literal["def", "indef", "dem", "poss", "none", "neg"]
NUMBERS = {"Sing", "Plur"}
ONE_KNOWN = frozenset({"age", "fate"})
"""Fields of the nouns that tell how old somebody is or what has been done to somebody."""


def counts(determiner: Token) -> bool:
    return feature(determiner, "PronType") in ("Ind", "Tot") and feature(determiner, "Definite") is None


def is_both(token: Token) -> bool:
    """Whether the word says that two are meant."""
    return not {token.lemma_.lower(), token.lower_, token.lower_[:-1]}.isdisjoint(modal_words()["both"])


def governs(token: Token) -> str:
    """The case that the adposition before the phrase asks for, "" where there is none or it takes two."""
    entries = (adpositions().get(c.lower_) for c in children(token, "case"))
    return next((e.governs for e in entries if e is not None), "")


def is_contracted(token: Token) -> bool:
    entry = adpositions().get(token.lower_)
    return entry is not None and entry.contracted


def definiteness(token: Token, determiner: Token | None) -> Definite:
    if determiner is None:
        return "none"
    if is_contracted(determiner):
        return "def"
    if feature(determiner, "Poss") == "Yes":
        return "poss"
    kind = feature(determiner, "PronType")
    if kind == "Neg":
        return "neg"
    if kind == "Dem":
        return "dem"
    if feature(determiner, "Definite") == "Ind" or kind in ("Ind", "Tot"):
        return "indef"
    if feature(determiner, "Definite") == "Def" or kind == "Art":
        return "def"
    return "none"


def _number_told(token: Token, determiner: Token | None, gender: str | None, adjectival: bool, base: str) -> str:
    """Number by the endings of article and noun, surer than the model's feature; "" where they leave it open."""
    if determiner is None:
        first = next((c for c in children(token, "amod") if c.i < token.i), None)
        if adjectival:
            return "Plur" if first is None and token.text.endswith("e") else ""
        return "Plur" if first is not None and gender == "Masc" and first.lower_.endswith("e") else ""
    if is_contracted(determiner) or determiner.lower_.endswith(("em", "es", "ein")):
        return "Sing"
    if adjectival and counts(determiner) and determiner.lower_.endswith("e"):
        return "Plur"  # "mehrere Verletzte"
    if adjectival and determiner.lower_ == "den" and governs(token):
        return "Sing" if governs(token) == "Acc" else "Plur"
    if adjectival:
        ends_n = token.text.endswith("n")
        return "" if ends_n or determiner.lower_.endswith("n") else "Sing"
    if determiner.lower_.endswith("e") and gender in ("Masc", "Neut"):
        return "Plur"  # "die", "ihre", "alle" before a masculine noun
    if determiner.lower_ == "den" and governs(token):
        return "Sing" if governs(token) == "Acc" else "Plur"  # "für den Studenten", "von den Studenten"
    if determiner.lower_.endswith("en") and (gender in ("Fem", "Neut") or token.text == base + "s"):
        return "Plur"  # "den Teams"; a masculine noun in the accusative singular has no ending: "den Fans"
    if determiner.lower_.endswith("en") and not token.text.endswith("n"):
        return "Sing"  # "den Spieler"; the dative plural would be "Spielern"
    return ""


def names_one(token: Token, at: dict[int, Name]) -> bool:
    """Whether one person's name follows right away: "den Präsidenten Boris Tadić"."""
    after = token.i + 1
    while after in (token.i + 1, token.i + 2) and after + 1 < len(token.doc) and _is_short_title(token.doc[after]):
        after += 1  # "der Arzt und Forscher Prof. Dr. Holm"
    name = at.get(after)
    plural = any(c.lower_.endswith("e") for c in children(token, "det")) or any(
        c.dep_ == "nummod" for c in token.children
    )
    if name is None or plural:
        return False
    known = role(token.text)
    title = known is not None and known.noun in body_titles()  # "gegen Titelverteidiger Norwegen"
    return name.kind in (ActorKind.PERSON, ActorKind.ORGANIZATION) or (title and name.kind is ActorKind.COUNTRY)


def _is_short_title(token: Token) -> bool:
    """Whether the word is an abbreviation that stands before somebody's name: "Dr."."""
    found = role(token.text) if token.text.endswith(".") else None
    return found is not None and found.title


def number_of(
    token: Token,
    determiner: Token | None,
    the_role: Role | None,
    the_group: Group | None,
    people: tuple[Known, str, str] | None,
) -> str:
    if _is_short_title(token):
        return "Sing"  # "Prof. Dr. Holm"
    fixed = the_role.number if the_role else the_group.number if the_group else people[1] if people else ""
    if fixed in NUMBERS:
        return fixed
    if any(rel(c) == "nummod" or is_both(c) for c in token.children):
        return "Plur"
    known = the_role is not None and the_role.field in ONE_KNOWN
    if known and determiner is not None and not determiner.lower_.endswith("e"):
        return "Sing"  # "gegen den 45-Jährigen"; several would have their number before them
    gender = the_role.gender if the_role else the_group.gender if the_group else "Masc"
    base = the_role.base if the_role else the_group.base if the_group else token.text
    told = _number_told(token, determiner, gender, the_role is not None and the_role.gender is None, base)
    if told:
        return told
    if rel(token) == "nsubj" and not children(token, "conj") and (verb := finite(token.head)) is not None:
        agreed = feature(verb, "Number")
        if agreed in NUMBERS and determiner is None:
            return agreed or "Sing"
    if determiner is None and the_role is not None and not children(token, "amod", "det") and rel(token) != "appos":
        return "Plur"  # a person noun alone: "mit Mitarbeitern"; in the singular it would have an article
    numbers = [n for t in (token, *children(token, "det", "amod")) if (n := feature(t, "Number")) in NUMBERS]
    return numbers[0] if numbers and numbers[0] else "Sing"


def gender_of(
    token: Token,
    determiner: Token | None,
    the_role: Role | None,
    the_group: Group | None,
    people: tuple[Known, str, str] | None,
    number: str,
) -> str | None:
    if number == "Plur":
        return "Plur"
    if the_group is not None:
        return the_group.gender
    if the_role is not None and the_role.gender:
        return the_role.gender if the_role.gender != "Neut" else None
    if people is not None and the_role is None:
        return people[2]
    if (
        the_role is not None
        and determiner is not None
        and (told := _adjectival_gender(determiner.lower_, token.lower_))
    ):
        return told
    seen = [g for t in (determiner, token) if t is not None and (g := feature(t, "Gender"))]
    return seen[0] if seen else None


def _adjectival_gender(determiner: str, noun: str) -> str | None:
    """Gender that the endings of article and adjectival noun show: "der Vorsitzende", "eine Abgeordnete"."""
    if noun.endswith("er") or (noun.endswith("e") and determiner.endswith("r")) or determiner.endswith(("m", "s", "n")):
        return "Masc"
    if noun.endswith(("e", "en")) and determiner.endswith(("e", "r")):
        return "Fem"
    return None
