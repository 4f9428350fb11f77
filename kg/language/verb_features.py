"""Person and tense of finite verbs where their spelling or their subject settles them."""

from kg.language.morphology import written

SPEAKERS = frozenset({"ich", "wir"})
# Their present has no ending in the third person ("er kann", "er weiß"), or they are too irregular for the rule.
IRREGULAR = frozenset(
    {"dürfen", "haben", "können", "mögen", "müssen", "sein", "sollen", "tun", "werden", "wissen", "wollen"}
)


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
    if values["Person"] == "1" and subject is not None and subject.lower() not in SPEAKERS:
        values["Person"] = "3"
    regular = values["Mood"] == "Ind" and values["Person"] == "3" and lemma not in IRREGULAR
    if regular and is_past(form.lower(), lemma, values.get("Number", "")):
        values["Tense"] = "Past"
    return written(values)


def is_past(form: str, lemma: str, number: str) -> bool:
    """Whether a third person of the indicative can only be a preterite."""
    if number == "Plur":
        return form.endswith("en") and form != lemma and not lemma.endswith(form)
    return form.endswith("te") or not form.endswith(("t", "ß", "e"))
