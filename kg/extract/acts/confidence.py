"""How sure a stance is: what its rule and its act are worth, and the signs for and against it."""

from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.facts import Act, ActorKind, Status
from kg.lexicon.confidence import StanceSign, probability

_AS_SOURCE: dict[ActorKind, StanceSign] = {
    ActorKind.PERSON: "person without a name as source",
    ActorKind.GROUP: "group without a name as source",
    ActorKind.ORGANIZATION: "body without a name as source",
}
_AS_TARGET: dict[ActorKind, StanceSign] = {
    ActorKind.PERSON: "person without a name as target",
    ActorKind.GROUP: "group without a name as target",
    ActorKind.ORGANIZATION: "body without a name as target",
}


def signs(deed: Deed, source: End, target: End, status: Status, ends: Ends) -> tuple[StanceSign, ...]:
    """What speaks for or against a stance besides its rule and its act."""
    found: list[StanceSign] = []
    for end, unnamed in ((source, _AS_SOURCE), (target, _AS_TARGET)):
        kind = ends.cast.actor(end.actor).kind
        if kind in unnamed and not ends.is_named(end.actor):
            found.append(unnamed[kind])
    if source.token.i == deed.anchor.i:
        found.append("source implied")
    elif source.token.pos_ == "PRON":
        found.append("pronoun as source")
    if target.token.i == deed.anchor.i:
        found.append("target implied")
    elif target.token.pos_ == "PRON":
        found.append("pronoun as target")
    elif target.owned:
        found.append("owner as target")
    if status is Status.REPORTED_BY_OTHER:
        found.append("told by another")
    return tuple(found)


def confidence(rule: str, act: Act, found: tuple[StanceSign, ...]) -> float:
    """The probability that ends and polarity are right, as fitted on annotated articles."""
    return probability("stance_confidence", rule, (act.value, *found))
