"""The actors of an article and the words that refer to them: what coreference hands to all later extractors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.facts import Actor, Mention, Span


@dataclass(frozen=True)
class Cast:
    """Who takes part in an article, and which word refers to whom.

    Attributes:
        actors: in order of first mention.
        mentions: in text order, pronouns included.
        by_token: index of a phrase's head word -> key of the actor that the phrase refers to. Besides the head of a
            mention it holds the other words of a name, relative pronouns, possessives and demonyms ("russische").
        several: index of a word for several actors named before or behind it -> their keys ("die beiden Unternehmen",
            "die Minister Holm und Weber").
    """

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    by_token: dict[int, str] = field(default_factory=dict)
    several: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def actor(self, key: str) -> Actor:
        """The actor of a key.

        Raises:
            KeyError: no actor has this key.
        """
        for actor in self.actors:
            if actor.key == key:
                return actor
        raise KeyError(key)

    def of(self, token: Token) -> str | None:
        """Key of the actor that the phrase headed by `token` refers to, or None."""
        return self.by_token.get(token.i)

    def of_all(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Keys of the actors that the phrases refer to, each once in the order given; of a word for several all."""
        meant = (self.several.get(t.i) or (self.of(t),) for t in tokens)
        return tuple(dict.fromkeys(k for keys in meant for k in keys if k))

    def within(self, span: Span) -> Iterator[Mention]:
        """Mentions inside a span, in text order."""
        return (m for m in self.mentions if span.covers(m.span))
