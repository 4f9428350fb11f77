"""A graph's actors with what is known of each, and why the articles' actors are on one node."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import UsageError
from kg.graph.lookup import SUGGESTIONS
from kg.graph.nodes import short_form
from kg.graph.records import ActorRecord, Contents, IdentificationRecord
from kg.resolve import slug

SAME_NAME = "same name"
SAME_ITEM = "same Wikidata item"


@dataclass(frozen=True, slots=True)
class Presence:
    """An actor in one article.

    Attributes:
        file: the article's source.
        mentions: expressions that refer to the actor.
        name: what the article calls the actor, where it is not the node's name.
        rule: why the article's actor is on this node; empty on a node of one article.
        grounds: what the rule went by.
    """

    file: str
    mentions: int
    name: str
    rule: str
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One node.

    Attributes:
        iri: in its short form.
        statements: quotations, stances and events that it takes part in.
        articles: by their files.
    """

    iri: str
    name: str
    type: str
    other_names: tuple[str, ...]
    roles: tuple[str, ...]
    affiliation: str | None
    wikidata: str | None
    mentions: int
    statements: int
    articles: tuple[Presence, ...]

    @property
    def merged(self) -> tuple[Presence, ...]:
        """The articles whose actor is on this node for another reason than its name or item."""
        return tuple(a for a in self.articles if a.rule not in ("", SAME_NAME, SAME_ITEM))


def list_actors(contents: Contents) -> tuple[ActorEntry, ...]:
    """All actors, those of most articles first, then those named most."""
    takes_part = Counter(_ends(contents))
    reasons: dict[tuple[str, str], list[IdentificationRecord]] = {}
    for identification in contents.identifications:
        reasons.setdefault((identification.actor, identification.article), []).append(identification)
    entries = [_entry(actor, contents, takes_part[actor.iri], reasons) for actor in contents.actors]
    return tuple(sorted(entries, key=lambda e: (-len(e.articles), -e.mentions, -e.statements, e.name, e.iri)))


def search(entries: Iterable[ActorEntry], wanted: str) -> tuple[ActorEntry, ...]:
    """The actors with a name that holds the words, whatever its capitals, accents and hyphens.

    Raises:
        UsageError: there are none.
    """
    key = slug(wanted)
    everyone = list(entries)
    found = tuple(e for e in everyone if wanted == e.iri or any(key in slug(n) for n in (e.name, *e.other_names)))
    if not found:
        names = {slug(name): e.name for e in everyone for name in (*e.other_names, e.name)}
        close = dict.fromkeys(names[match] for match in get_close_matches(key, names, SUGGESTIONS))
        hint = f"Similar names: {', '.join(close)}." if close else "Leave out --search to list all actors."
        raise UsageError(f"{wanted}: no such actor in the graph. {hint}")
    return found


def _entry(
    actor: ActorRecord,
    contents: Contents,
    statements: int,
    reasons: dict[tuple[str, str], list[IdentificationRecord]],
) -> ActorEntry:
    mentions = Counter(mention.article for mention in actor.mentions)
    usual = "" if len(mentions) < 2 else SAME_NAME if actor.wikidata is None else SAME_ITEM
    articles: list[Presence] = []
    for article, number in mentions.items():
        known = contents.article_of.get(article)
        file = known.file if known is not None else short_form(article)
        special = reasons.get((actor.iri, article), [])
        articles += [Presence(file, number, why.name, why.rule, why.grounds) for why in special]
        if not special:
            articles.append(Presence(file, number, actor.label, usual))
    return ActorEntry(
        iri=short_form(actor.iri),
        name=actor.label,
        type=actor.kind,
        other_names=actor.names,
        roles=actor.roles,
        affiliation=None if actor.affiliation is None else contents.label(actor.affiliation),
        wikidata=actor.wikidata,
        mentions=len(actor.mentions),
        statements=statements,
        articles=tuple(sorted(articles, key=lambda a: (a.file, a.name))),
    )


def _ends(contents: Contents) -> Iterator[str]:
    """Each actor once for each statement that it takes part in."""
    for quotation in contents.quotations:
        yield from {*quotation.speakers, *quotation.addressees}
    for stance in contents.stances:
        yield from {stance.source, stance.target}
    for event in contents.events:
        yield from {*event.actors, *event.places}
