"""Who plays whom: teams, and the people who stand for theirs."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.acts.ends import End, Ends
from kg.extract.acts.verbs import frames
from kg.facts import Act, ActorKind
from kg.lexicon.people import role

_SPORT = "sport"


def teams(sides: Sequence[End], targets: Sequence[End], ends: Ends) -> list[End]:
    """Those who play the targets: people against people, against a team the one that a person plays for or trains."""
    if any(_is_person(t.actor, ends) for t in targets):
        return [s for s in sides if all(_is_person(s.actor, ends) is _is_person(t.actor, ends) for t in targets)]
    return clubs(sides, ends)


def clubs(sides: Sequence[End], ends: Ends) -> list[End]:
    """Instead of people, those whom they play or work for."""
    found = [s if not _is_person(s.actor, ends) else _club(s, ends) for s in sides]
    return list(dict.fromkeys(c for c in found if c is not None))


def _club(player: End, ends: Ends) -> End | None:
    """Whom somebody plays for; of a country or town only sportsmen are players."""
    actor = ends.cast.actor(player.actor)
    club = actor.affiliation
    if club is None or _is_person(club, ends):
        return None
    words = " ".join((actor.label, *actor.roles)).split()
    sporting = any((found := role(word)) is not None and found.field == _SPORT for word in words)
    return End(club, player.token) if sporting or ends.cast.actor(club).kind is ActorKind.ORGANIZATION else None


def _is_person(actor: str, ends: Ends) -> bool:
    return ends.cast.actor(actor).kind is ActorKind.PERSON


def is_won(verb: Token, preposition: str) -> bool:
    """Whether the verb says that its subject has beaten whom the preposition stands before."""
    told = [f for f in frames(verb) if f.act is Act.COMPETE and preposition in f.target and f.noun is None]
    return bool(told) and not any(f.mutual for f in told)
