"""Person and tense of finite verbs where their spelling or their subject settles them."""

import tomllib
from functools import cache
from importlib.resources import files

from kg.language.morphology import written

FIRST_PERSONS = frozenset({"ich", "wir"})


@cache
def irregular() -> dict[str, str]:
    """Verbs whose present the rule for the tense does not fit, each with an example."""
    text = (files("kg.lexicon") / "irregular_presents.toml").read_text(encoding="utf8")
    return {verb["lemma"]: verb["example"] for verb in tomllib.loads(text)["verbs"]}


def settle(form: str, lemma: str, features: str, subject: str | None) -> str:
    """The features of a verb, corrected.

    Only "ich" and "wir" are first persons. The indicative's third person singular of the present ends in "-t", so
    "fuhr" and "betrug" are past, and "-te" is; a plural that is not the infinitive is past ("hingen").

    Args:
        subject: the subject's word, None where the clause has none.
    """
    values = dict(pair.split("=", 1) for pair in features.split("|") if pair)
    if "Mood" not in values or "Person" not in values:
        return features
    if values["Person"] == "1" and subject is not None and subject.lower() not in FIRST_PERSONS:
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
