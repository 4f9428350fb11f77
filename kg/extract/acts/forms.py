"""Under which lemma the lexicon may hold a verb: the parser's lemma, mended, or what the form itself says."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from kg.extract.syntax import particle, rel
from kg.lexicon.act_words import modal_words
from kg.lexicon.strong_verbs import strong_lemma

_MENDED = (("een", "en"), ("eren", "ern"), ("elen", "eln"), ("ieen", "ieren"), ("eissen", "eißen"))
"""Lemmas as a learned lemmatizer makes them up, and what they should be ("rechneen", "lästeren", "schmeissen")."""
_KNOWN_WORDS = 1 << 15
"""Words whose forms are remembered: each is asked for by every rule."""
_INFLECTION = "enrms"
_SHORTEST_FIRST = 2
"""Letters that a compound's first part has: "Vermittlung" is none of "Ermittlung"."""
_PLURALS = ("en", "n", "e", "er", "es", "s", "nen", "se", "r")
_UMLAUTS = {"ä": "a", "ö": "o", "ü": "u"}


def verb_forms(verb: Token) -> tuple[str, ...]:
    """Candidate lemmas and participles, the likeliest first, with the particle put back."""
    form = verb.lower_
    bases = list(_bases(form, verb.lemma_.lower(), rel(verb) == "amod"))
    parted = particle(verb)
    if parted is not None:
        joined = [parted.lower_ + b for b in bases]
        # "verletzte … schwer": an adverb that the parser took for a particle.
        return tuple(dict.fromkeys(joined if parted.pos_ == "ADP" else [*joined, *bases]))
    # A particle that the parser took for an adverb: the word after the verb that makes a known verb with it.
    later = [
        c.lower_ for c in verb.children if c.i > verb.i and c.pos_ in ("ADV", "ADP", "ADJ") and not _is_extended(c)
    ]
    # "beförderte den Minister hinaus": the parser hangs the particle on the object.
    last = [c for o in verb.children for c in o.children if c.i > o.i and c.pos_ != "NOUN"]
    later += [c.lower_ for c in last if rel(c) == "case" or (rel(c) == "advmod" and not _is_extended(c))]
    bases = [particle + b for particle in later for b in bases] + bases
    if "zu" in form[2:]:
        # "vorzulegen": the infinitive's "zu" stands between particle and verb.
        bases.append(form.replace("zu", "", 1) if not form.startswith("zu") else form)
    return tuple(dict.fromkeys(bases))


@lru_cache(_KNOWN_WORDS)
def _bases(form: str, lemma: str, attributive: bool) -> tuple[str, ...]:
    bases = [lemma]
    for wrong, right in _MENDED:
        if lemma.endswith(wrong):
            bases.append(lemma.removesuffix(wrong) + right)
    strong = strong_lemma(form)
    if strong is not None:
        bases.append(strong)
    if form.endswith(("te", "ten")):
        stem = form.removesuffix("n").removesuffix("te")
        bases += [stem + "en", stem.removesuffix("e") + "en", stem + "n"]
    elif form.endswith("t"):
        bases += [form[:-1] + "en", form[:-1] + "n", form[:-2] + "en"]
    bases.append(form)
    if attributive:
        bases.append(form.rstrip(_INFLECTION))
        bases += [form[: -len(e)] for e in ("e", "en", "er", "es", "em") if form.endswith(e)]
    return tuple(bases)


def _is_extended(word: Token) -> bool:
    """Whether more belongs to the word than an adverb before it."""
    return any(rel(c) != "advmod" or c.i > word.i for c in word.children)


def noun_forms(noun: Token) -> tuple[str, ...]:
    """Candidate lemmas of a noun in lower case: the parser's, the form, and the form without a plural's marks."""
    return _nominal(noun.lower_, noun.lemma_.lower())


@lru_cache(_KNOWN_WORDS)
def _nominal(form: str, lemma: str) -> tuple[str, ...]:
    stems = [form.removesuffix(p) for p in _PLURALS if form.endswith(p)]
    return tuple(dict.fromkeys((lemma, form, *stems, *(_without_umlaut(s) for s in stems))))


def compounds(form: str, shortest: int) -> Iterator[str]:
    """The form and what may be its head as a compound, the longest first ("Unverständnis" is no compound)."""
    yield form
    if "-" in form:
        # "2:1-Sieg": a hyphen leaves no doubt about the last part, however short.
        yield form.rpartition("-")[2]
    for start in range(_SHORTEST_FIRST, len(form) - shortest + 1):
        if form[:start] not in modal_words()["contrary"]:
            yield form[start:]


def _without_umlaut(stem: str) -> str:
    """The stem with its last umlaut undone."""
    at = max(stem.rfind(u) for u in _UMLAUTS)
    return stem if at < 0 else stem[:at] + _UMLAUTS[stem[at]] + stem[at + 1 :]
