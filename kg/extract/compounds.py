"""Actors that only the first part of a compound names: "der EU-Vorschlag", "das CIA-Video", "das Polizeivorgehen"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extract.acts.forms import noun_forms
from kg.extract.clusters import Entity, Register
from kg.facts import ActorKind, Span
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import noun_acts
from kg.lexicon.gazetteer import compound_owner

_OWNING = frozenset({ActorKind.ORGANIZATION, ActorKind.COUNTRY})


def owners_of_deeds(doc: Doc, register: Register, present: frozenset[Entity]) -> Iterator[tuple[Span, Entity]]:
    """Bodies not named otherwise whose plan, act or statement a compound names, and where it names them."""
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        found = _named_before_hyphen(token, register) if "-" in token.text else _force(token, register)
        if found is not None and found[1] not in present:
            first, entity = found
            yield Span(token.idx, token.idx + len(first)), entity


def _named_before_hyphen(token: Token, register: Register) -> tuple[str, Entity] | None:
    owner = compound_owner(token.text)
    if owner is None or owner[0].kind not in _OWNING:
        return None
    first = token.text.removesuffix(owner[1])[:-1]
    # "Ukraine-Konflikt" is not the Ukraine's; abbreviations own what follows.
    if not first.isupper() or not _is_deed(f.rpartition("-")[2] for f in noun_forms(token)):
        return None
    entity = register.of_known(owner[0])
    entity.names[first] += 1
    return first, entity


def _force(token: Token, register: Register) -> tuple[str, Entity] | None:
    for first in modal_words()["force"]:
        if token.lower_.startswith(first) and _is_deed(f[len(first) :] for f in noun_forms(token)):
            name = first.capitalize()
            entity = register.body(ActorKind.ORGANIZATION, name)
            entity.names[name] += 1
            return name, entity
    return None


def _is_deed(forms: Iterable[str]) -> bool:
    """Whether one body does what a noun says; a "Militärbündnis" is of several."""
    words = modal_words()
    deeds = words["undertaking"] | words["utterance"] | words["step"]
    return any(f in deeds or any(not (e.standing or e.mutual) for e in noun_acts().get(f, ())) for f in forms)
