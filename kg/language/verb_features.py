"""Person and tense of finite verbs where their spelling or their subject settles them."""

import tomllib
from functools import cache
from importlib.resources import files

from kg.language.morphology import written

FIRST_PERSONS = frozenset({"ich", "wir"})
PERSONS = {"ich": "1", "wir": "1", "du": "2"}
PERFECT = frozenset({"haben", "sein"})  # auxiliaries of participles


@cache
def irregular() -> dict[str, str]:
    """Verbs whose present the rule for the tense does not fit, each with an example."""
    text = (files("kg.lexicon") / "irregular_presents.toml").read_text(encoding="utf8")
    return {verb["lemma"]: verb["example"] for verb in tomllib.loads(text)["verbs"]}


def settle(form: str, lemma: str, features: str, subject: str | None, own: bool = True) -> str:
    """The features of a verb, corrected.

    "ich" and "wir" are first persons, nothing else is. The indicative's third person singular of the present ends in
    "-t", so "fuhr" and "betrug" are past, and "-te" is; a plural that is not the infinitive is past ("hingen").

    Args:
        subject: the subject's word, None where the clause has none.
        own: the subject is that of this verb, not of one that it is joined to.
    """
    values = dict(pair.split("=", 1) for pair in features.split("|") if pair)
    if "Mood" not in values or "Person" not in values:
        return features
    if subject is not None:
        person = PERSONS.get(subject.lower())
        if person is not None and own:
            values["Person"] = person
        elif person != "1" and values["Person"] == "1":
            values["Person"] = "3"
    regular = values["Mood"] == "Ind" and values["Person"] == "3" and lemma not in irregular()
    if regular and is_past(form.lower(), lemma, values.get("Number", "")):
        values["Tense"] = "Past"
    return written(values)


def is_past(form: str, lemma: str, number: str) -> bool:
    """Whether a third person of the indicative can only be a preterite."""
    if number == "Plur":
        return form.endswith("en") and form != lemma and not lemma.endswith(form)
    return form.endswith("te") or not form.endswith(("t", "ß", "e"))


@cache
def inseparable() -> dict[str, str]:
    """Prefixes of verbs whose participle has no "ge-", each with an example."""
    text = (files("kg.lexicon") / "inseparable_prefixes.toml").read_text(encoding="utf8")
    return {row["prefix"]: row["example"] for row in tomllib.loads(text)["prefixes"]}


def settle_nonfinite(form: str, lemma: str, features: str, auxiliaries: list[tuple[str, bool]], marked: bool) -> str:
    """The features of a participle or an infinitive, told apart by form and auxiliaries.

    "verloren" is no infinitive, as that is "verlieren"; "vergessen" may be either, but after "wurde" or "hat" it is a
    participle and after "kann", "wird" or "zu" an infinitive; "abzusehen" always is one.

    Args:
        auxiliaries: lemma of each, and whether it makes a passive.
        marked: "zu" stands before it.
    """
    if features not in ("VerbForm=Inf", "VerbForm=Part"):
        return features
    low = form.lower()
    if low != lemma:
        return "VerbForm=Inf" if low.replace("zu", "", 1) == lemma else "VerbForm=Part"
    if not low.endswith("n"):
        return "VerbForm=Part"
    if any(passive for _, passive in auxiliaries):
        participle = True
    elif marked or any(name not in PERFECT for name, _ in auxiliaries):
        participle = False
    elif auxiliaries:
        participle = True
    else:
        return features
    if participle:
        return "VerbForm=Part" if low.startswith(tuple(inseparable())) else features
    return "VerbForm=Inf"
