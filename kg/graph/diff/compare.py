"""What one graph says and another does not, article by article."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from kg.graph.diff.items import CONFIDENCE, PLACE, Item, Kind, actor_items, article_item, statement_items
from kg.graph.records import ArticleRecord, Contents


class How(StrEnum):
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Field:
    """A detail that is not the same; None where a graph lacks it."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A difference.

    Attributes:
        item: as the new graph has it; as the old one had it where it is removed.
        fields: what changed.
    """

    how: How
    item: Item
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleChanges:
    """The differences in one article.

    Attributes:
        file, title, published: as the new graph has them; of the old one where the article is removed.
    """

    file: str
    title: str | None
    published: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Difference:
    """The differences of two graphs.

    Attributes:
        articles: those with differences, by file.
        actors: differences of the actors themselves: names, roles, type, identity.
        compared: number of articles in either graph.
        versions: of program, model and ontology in the old and the new graph; no difference by themselves.
    """

    articles: tuple[ArticleChanges, ...]
    actors: tuple[Change, ...]
    compared: int
    versions: tuple[tuple[tuple[str, str, str], ...], tuple[tuple[str, str, str], ...]]

    def number(self, how: How) -> int:
        changes = (*self.actors, *(change for article in self.articles for change in article.changes))
        return sum(change.how is how for change in changes)

    def __bool__(self) -> bool:
        return bool(self.articles or self.actors)


def compare(old: Contents, new: Contents, *, tolerance: float = 0.0, only: Iterable[Kind] = tuple(Kind)) -> Difference:
    """Compare two graphs by what they say.

    Articles are the same if they name the same file, else if they have the same text. What is taken from them is the
    same if names, relation and words are; places in the text count only where the text is the same.

    Args:
        tolerance: confidences that differ by no more are equal.
        only: kinds of things to compare.
    """
    kinds = set(only)
    old_items, new_items = statement_items(old), statement_items(new)
    articles = []
    pairs = _pairs_of_articles(old.articles, new.articles)
    for before, after in pairs:
        same_text = before is not None and after is not None and before.body == after.body
        shown = after or before
        assert shown is not None
        changes = [
            *_changes(_item(before), _item(after), tolerance),
            *_changes(_of(before, old_items), _of(after, new_items), tolerance, with_place=same_text),
        ]
        wanted = tuple(change for change in changes if change.item.kind in kinds)
        if wanted:
            articles.append(ArticleChanges(shown.file, shown.title, shown.published, wanted))
    actors = _changes(actor_items(old), actor_items(new), tolerance) if Kind.ACTOR in kinds else []
    return Difference(
        articles=tuple(sorted(articles, key=lambda a: (a.file, a.title or "", a.published or ""))),
        actors=tuple(actors),
        compared=len(pairs),
        versions=(old.versions, new.versions),
    )


_Pair = tuple[ArticleRecord | None, ArticleRecord | None]

_SAME_ARTICLE: tuple[Callable[[ArticleRecord], str | None], ...] = (
    lambda article: article.iri,
    lambda article: article.file or None,
    lambda article: article.body,
)
_SAME_ITEM: tuple[Callable[[Item], object], ...] = (
    lambda item: item.details,
    lambda item: dict(item.details).get(PLACE),
)


def _pairs_of_articles(old: Sequence[ArticleRecord], new: Sequence[ArticleRecord]) -> list[_Pair]:
    pairs: list[_Pair] = []
    left, right = list(old), list(new)
    for same in _SAME_ARTICLE:
        waiting: dict[str, list[ArticleRecord]] = {}
        for article in right:
            if (key := same(article)) is not None:
                waiting.setdefault(key, []).append(article)
        unpaired = []
        for article in left:
            if partners := waiting.get(same(article) or ""):
                pairs.append((article, partners.pop(0)))
            else:
                unpaired.append(article)
        taken = {id(after) for _, after in pairs}
        left, right = unpaired, [article for article in right if id(article) not in taken]
    return [*pairs, *((article, None) for article in left), *((None, article) for article in right)]


def _item(article: ArticleRecord | None) -> list[Item]:
    return [] if article is None else [article_item(article)]


def _of(article: ArticleRecord | None, items: dict[str, list[Item]]) -> list[Item]:
    return [] if article is None else items.get(article.iri, [])


def _changes(old: Sequence[Item], new: Sequence[Item], tolerance: float, *, with_place: bool = True) -> list[Change]:
    before, after = _by_key(old), _by_key(new)
    changes = []
    for key in {**before, **after}:
        for one, other in _pairs(before.get(key, []), after.get(key, [])):
            if other is None and one is not None:
                changes.append(Change(How.REMOVED, one))
            elif one is None and other is not None:
                changes.append(Change(How.ADDED, other))
            elif (
                one is not None and other is not None and (fields := tuple(_fields(one, other, tolerance, with_place)))
            ):
                changes.append(Change(How.CHANGED, other, fields))
    kinds, hows = list(Kind), list(How)
    changes.sort(key=lambda c: (kinds.index(c.item.kind), c.item.start, hows.index(c.how), c.item.key))
    return changes


def _by_key(items: Iterable[Item]) -> dict[tuple[str, ...], list[Item]]:
    found: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        found.setdefault(item.key, []).append(item)
    return found


def _pairs(old: list[Item], new: list[Item]) -> Iterator[tuple[Item | None, Item | None]]:
    """Equal ones together, then those at the same place, then the others in the order of the text."""
    for same in _SAME_ITEM:
        waiting = list(new)
        unpaired = []
        for item in old:
            partner = next((i for i in waiting if same(i) == same(item)), None)
            if partner is None:
                unpaired.append(item)
            else:
                waiting.remove(partner)
                yield item, partner
        old, new = unpaired, waiting
    yield from zip_longest(old, new)


def _fields(old: Item, new: Item, tolerance: float, with_place: bool) -> Iterator[Field]:
    before, after = dict(old.details), dict(new.details)
    for name in {**before, **after}:
        one, other = before.get(name), after.get(name)
        if one == other or (name == PLACE and not with_place):
            continue
        if name == CONFIDENCE and one and other and abs(float(one) - float(other)) <= tolerance + 1e-9:
            continue
        yield Field(name, one, other)
