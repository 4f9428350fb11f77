"""A cast by simple nouns, so that these tests measure the rules for acts and not coreference."""

import re

from spacy.tokens import Doc

from kg.extract.cast import Cast
from kg.facts import Actor, ActorKind, Mention, MentionKind, Span

ACTORS = {
    "präsident": r"Präsident(en)?",
    "minister": r"Ministers?",
    "richter": r"Richters?",
    "konzern": r"Konzern(s|e)?",
    "verein": r"Vereins?",
    "meister": r"Meisters?|Weltmeister",
    "rivale": r"Rivalen",
    "gericht": r"Gerichts?",
    "polizei": r"Polizei",
    "staatsanwaltschaft": r"Staatsanwaltschaft",
    "armee": r"Armee",
    "behörde": r"Behörde",
    "rebellen": r"Rebellen",
    "retter": r"Arzt|Sanitäter|Rettungskräfte",
    "staat": r"Staat(e?s)?",
    "nachbarstaat": r"Nachbarstaat(e?s)?|Nachbarland",
    "ulm": r"Ulms?",
    "russland": r"Russlands?|Moskaus?|[Rr]ussische[nrsm]?",
}
"""Key -> the words that name the actor in the tests' sentences."""


def cast_of(doc: Doc) -> Cast:
    """Every word that names one of the actors is that actor."""
    by_token = {t.i: key for t in doc for key, words in ACTORS.items() if re.fullmatch(words, t.text)}
    mentions = tuple(
        Mention(Span(doc[i].idx, doc[i].idx + len(doc[i])), key, MentionKind.NAME) for i, key in by_token.items()
    )
    keys = list(dict.fromkeys(by_token.values()))
    return Cast(tuple(Actor(k, k.capitalize(), _kind(k)) for k in keys), mentions, by_token)


def _kind(key: str) -> ActorKind:
    if key in ("präsident", "minister", "richter"):
        return ActorKind.PERSON
    return {"russland": ActorKind.COUNTRY, "ulm": ActorKind.PLACE}.get(key, ActorKind.ORGANIZATION)
