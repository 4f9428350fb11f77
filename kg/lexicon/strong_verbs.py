"""Forms of strong and mixed verbs, which a lemmatizer learned from little text gets wrong ("widersprach")."""

from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from kg.lexicon.loader import read_table

_ENDINGS = ("", "e", "en", "t", "st", "est", "et")
_UMLAUT = str.maketrans("aou", "äöü")


@dataclass(frozen=True, slots=True)
class StrongVerb:
    """Principal parts, third person singular."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    lemma: str
    present: str
    past: str
    participle: str
    example: str

    @property
    def stems(self) -> tuple[str, ...]:
        """Beginnings of the finite forms other than the infinitive's: "warf", "wirf", "wärfe"."""
        past = self.past.removesuffix("e")
        # The Konjunktiv II has an "e" always: "führe" is from "fahren", "führte" is not.
        return tuple(dict.fromkeys((past, self.present.removesuffix("t"), past.translate(_UMLAUT) + "e")))


@cache
def strong_verbs() -> tuple[StrongVerb, ...]:
    return read_table("strong_verbs", StrongVerb)


@cache
def strong_forms() -> dict[str, str]:
    """Inflected form in lower case -> lemma."""
    forms: dict[str, str] = {}
    for verb in strong_verbs():
        stems = [verb.past, verb.past.removesuffix("e")]
        endings = (stem + ending for stem in stems for ending in _ENDINGS)
        # Inseparable verbs drop the "ge" of the participle ("widersprochen").
        for form in (verb.lemma, verb.present, verb.participle, verb.participle.removeprefix("ge"), *endings):
            forms.setdefault(form, verb.lemma)
    return forms


def strong_lemma(form: str) -> str | None:
    """Lemma of an inflected strong verb with its prefix ("verwarf" -> "verwerfen"), or None."""
    forms = strong_forms()
    for start in range(max(1, len(form) - 2)):
        if form[start:] in forms:
            return form[:start] + forms[form[start:]]
    return None
