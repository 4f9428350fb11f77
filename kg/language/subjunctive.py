"""Konjunktiv by form: the network knows it from few examples, and reported speech hangs on it."""

import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files

UMLAUTS = "äöü"


class Form(Enum):
    """What the spelling of a finite verb says of its mood."""

    PRESENT = "Konjunktiv I, or the first person's indicative"
    PAST = "Konjunktiv II"
    INDICATIVE = "no Konjunktiv"
    OPEN = "either"


@cache
def umlauted() -> dict[str, str]:
    """Verbs whose Konjunktiv II differs from the preterite by its umlaut alone, each with an example."""
    text = (files("kg.lexicon") / "umlauted_subjunctives.toml").read_text(encoding="utf8")
    return {verb["lemma"]: verb["example"] for verb in tomllib.loads(text)["verbs"]}


@cache
def plain_preterites() -> dict[str, str]:
    """Verbs whose preterite is taken for an indicative though a Konjunktiv II looks the same, each with an example."""
    text = (files("kg.lexicon") / "plain_preterites.toml").read_text(encoding="utf8")
    return {verb["lemma"]: verb["example"] for verb in tomllib.loads(text)["verbs"]}


def reading_of(form: str, lemma: str) -> Form:
    """The mood that a finite form shows.

    Konjunktiv I: in the indicative no third person singular of the present ends in "-e" ("er hat", "er macht"), in the
    Konjunktiv it does ("er habe", "er mache"); "sein" has forms of its own. Konjunktiv II: of preterites only weak
    ones end in "-e", that is in "-te" ("er ging", "er ginge"), and none has an umlaut that its infinitive lacks ("sie
    lagen", "sie lägen"). "wollte" could be one and hardly ever is.
    """
    low = form.lower()
    if lemma == "sein" and low.startswith("sei"):
        return Form.PRESENT if low in ("sei", "seien", "seiest", "seiet") else Form.OPEN
    if low.endswith("e") and lemma in (f"{low}n", f"{low[:-1]}n", f"{low[:-2]}eln"):
        return Form.PRESENT
    if low == lemma or not low.endswith(("e", "en", "est", "et")):
        return Form.INDICATIVE
    if lemma in plain_preterites():
        return Form.INDICATIVE
    if lemma in umlauted():
        return Form.PAST if any(letter in low for letter in UMLAUTS) else Form.INDICATIVE
    if any(letter in low and letter not in lemma for letter in UMLAUTS):
        return Form.PAST
    if low.endswith("e") and not low.endswith("te"):
        return Form.PAST
    return Form.OPEN


def with_mood(features: str, form: Form, number: str) -> str:
    """The features of a finite verb corrected by its form.

    Args:
        number: of a Konjunktiv I, whose person is the third.
    """
    if form is Form.PRESENT:
        return f"Mood=Sub|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"
    if form is Form.PAST and "Mood=Ind" in features:
        return features.replace("Mood=Ind", "Mood=Sub").replace("Tense=Pres", "Tense=Past")
    if form is Form.INDICATIVE:
        return features.replace("Mood=Sub", "Mood=Ind")
    return features
