"""Dictionary forms that a verb form may belong to, for where the learned lemma is wrong."""

from functools import cache

from kg.lexicon.strong_verbs import strong_verbs

ENDINGS = ("etest", "eten", "ete", "test", "ten", "tet", "te", "est", "end", "st", "et", "t", "en", "e", "n", "")
"""Personal endings of present, past and Konjunktiv, and of the weak participle."""
INFINITIVES = ("en", "n")
PARTICIPLE, TO = "ge", "zu"
ACTIVE = "haben"
"""Auxiliary that no passive has."""


@cache
def possible_lemmas(form: str) -> frozenset[str]:
    """Infinitives that could have this form, real ones and others: look them up in a table of verbs.

    "teilte" -> {"teilen", …}, "mitgeteilt" -> {"mitteilen", …}, "rief" -> {"rufen", …}, "aufrief" -> {"aufrufen", …}
    """
    low = form.lower()
    found: set[str] = set()
    for stem in _stems(low):
        found.update(stem + ending for ending in INFINITIVES)
    for verb in strong_verbs():
        bare = verb.participle.removeprefix(PARTICIPLE)
        for stem in (*verb.stems, verb.participle, bare):
            at = low.rfind(stem)
            if at >= 0 and low[at + len(stem) :] in ENDINGS:
                found.add(low[:at] + verb.lemma)
    return frozenset(found)


def _stems(low: str) -> set[str]:
    """The form without an ending, and without "ge" or "zu" inside ("mitgeteilt", "mitzuteilen")."""
    out: set[str] = set()
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 2:
            stem = low[: len(low) - len(ending)]
            out.add(stem)
            for infix in (PARTICIPLE, TO):
                at = stem.find(infix)
                while at >= 0:
                    out.add(stem[:at] + stem[at + len(infix) :])
                    at = stem.find(infix, at + 1)
    return out
