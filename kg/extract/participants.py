"""Who takes part in an event, and where it happens: the arguments of its trigger and of the nouns among these."""

from collections.abc import Container, Iterable, Iterator

from spacy.tokens import Token

from kg.extract.agents import agents_before
from kg.extract.cast import Cast
from kg.extract.event_triggers import carries
from kg.extract.syntax import case_words, children, conjuncts, rel, subjects, verb_lemma
from kg.extract.timex.grammar import word_value
from kg.facts import ActorKind
from kg.lexicon.reporting import DATIVE, verbs_by_lemma

ROLES = ("nsubj", "obj", "iobj", "obl", "nmod")
OWNERS = ("det", "amod")
"""What tells whose the event of a noun is beside its genitive: "seine Festnahme", "russische Angriffe"."""
NAMES = ("appos", "flat")
ADJUNCT = "obl"
"""Full label of what is no argument: "nach dem Rücktritt von Holm" speaks of another event."""
TAKERS = frozenset({"nsubj", "iobj", "obl:arg"})
"""Relations in which a place without an adposition acts or is acted on: "warf Nordland Betrug vor"."""
DEEPEST = 3
"""Nouns between trigger and participant: "verkündete das Ende | der Verhandlungen | mit Holm"."""


def participants(
    trigger: Token, cast: Cast, time_words: frozenset[int], dated: Container[int] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys of the actors that take part and of those that are the event's place, in this order.

    Beside the trigger's own arguments these are whoever a noun among them names that is no actor itself: of "das Urteil
    gegen Holm" Holm, but of "Sprecher der Polizei" the Sprecher alone. The arguments of a verb that only carries an
    event noun are the noun's: "Holm legte Berufung ein".

    Args:
        dated: indices of all triggers; a verb among them is an event of its own.
    """
    takers = list(_takers(trigger, time_words, dated))
    actors: list[str] = []
    places: list[str] = []
    for taker in takers:
        for one in cast.of_all((taker,)):
            if one not in actors and one not in places:
                (places if _is_place(taker, cast.actor(one).kind) else actors).append(one)
    arguments = [t for t in takers if t.i == trigger.i or _first_conjunct(t).dep_ != ADJUNCT]
    for taker in _named_by_nouns(arguments, cast, time_words):
        key = cast.of(taker)
        if key is not None and key not in actors and key not in places and not _is_place(taker, cast.actor(key).kind):
            actors.append(key)
    return tuple(actors), tuple(places)


def _takers(trigger: Token, time_words: frozenset[int], dated: Container[int]) -> Iterator[Token]:
    """Heads of the phrases that take part."""
    if trigger.pos_ in ("VERB", "AUX"):
        yield from (c for s in subjects(trigger) for c in conjuncts(s))
        yield from _below(trigger, ROLES, time_words)
        yield from (c for a in agents_before(trigger) for c in conjuncts(a))
    elif trigger.dep_ == "amod" and trigger.i < trigger.head.i:
        yield trigger.head
        yield from _below(trigger, ROLES, time_words)
    else:
        yield from _below(trigger, (*ROLES, *OWNERS), time_words)
        verb = carrier(trigger, dated)
        if verb is not None:
            around = [c for s in subjects(verb) for c in conjuncts(s)] + list(_below(verb, ROLES, time_words))
            yield from (t for t in around if t.i != trigger.i)


def carrier(noun: Token, dated: Container[int]) -> Token | None:
    """The verb that leaves its event to a noun: "legte Berufung ein"."""
    verb = noun.head
    return verb if verb.pos_ in ("VERB", "AUX") and verb.i not in dated and carries(verb, noun) else None


def _below(head: Token, roles: Iterable[str], time_words: frozenset[int]) -> Iterator[Token]:
    for role in roles:
        yield from (x for t in children(head, role) if t.i not in time_words for x in conjuncts(t))


def _first_conjunct(token: Token) -> Token:
    """The first of coordinated words, whose relation is that of all."""
    while rel(token) == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _named_by_nouns(nouns: Iterable[Token], cast: Cast, time_words: frozenset[int]) -> Iterator[Token]:
    layer = [n for n in nouns if cast.of(n) is None]
    for _ in range(DEEPEST):
        yield from (c for n in layer for c in children(n, *NAMES))
        below = [c for n in layer for c in children(n, "nmod") if c.i not in time_words]
        found = [x for c in below for x in conjuncts(c)]
        yield from found
        layer = [n for n in found if cast.of(n) is None]


def _is_place(noun: Token, kind: ActorKind) -> bool:
    """Whether the phrase says where: a place unless it acts or is acted on, a country with "in"."""
    cases = case_words(noun)
    if kind is ActorKind.PLACE:
        beside = any(word_value("partner", c) for c in cases)
        return not beside and (bool(cases) or not (_first_conjunct(noun).dep_ in TAKERS or _is_addressed(noun)))
    return kind is ActorKind.COUNTRY and any(word_value("where", c) for c in cases)


def _is_addressed(noun: Token) -> bool:
    """Whether a verb of speech takes an addressee without an adposition: "warf Nordland vor" for an unknown country."""
    entries = verbs_by_lemma().get(verb_lemma(_first_conjunct(noun).head), ())
    return any(DATIVE in entry.addressee for entry in entries)
