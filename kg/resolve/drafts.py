"""Doubtful merges as a user is asked about them."""

from collections.abc import Iterable, Sequence

from kg.facts import ActorKind
from kg.resolve.appearances import Likeness, likeness, spaced
from kg.resolve.clusters import Cluster, Clusters
from kg.resolve.decisions import Draft, Side
from kg.resolve.names import is_full_name
from kg.resolve.rules import Proposal
from kg.resolve.slugs import slug

_SHOWN = 3
"""Articles and roles of an actor that a draft names; the rest is only counted."""


def drafts(clusters: Clusters, doubtful: Iterable[Proposal]) -> tuple[Draft, ...]:
    """The proposals that nothing has decided, those about one name together, in the order of the names."""
    bearers: dict[Likeness, set[int]] = {}
    for number, appearance in enumerate(clusters.appearances):
        bearers.setdefault(likeness(appearance.actor), set()).add(clusters.root(number))
    asked: set[frozenset[int]] = set()
    groups: dict[tuple[int, str, ActorKind], list[tuple[Cluster, Proposal]]] = {}
    for proposal in doubtful:
        actor, alias = clusters.root(proposal.actor), clusters.root(proposal.alias)
        if actor == alias or clusters.declared_apart(actor, alias) or frozenset((actor, alias)) in asked:
            continue
        asked.add(frozenset((actor, alias)))
        cluster = clusters.cluster(alias)
        groups.setdefault((actor, cluster.label, cluster.kind), []).append((cluster, proposal))
    found = [_draft(clusters.cluster(actor), same, bearers) for (actor, _, _), same in groups.items()]
    return tuple(sorted(found, key=_order))


def _order(draft: Draft) -> tuple[object, ...]:
    ends = (draft.actor, draft.alias)
    return (*(slug(side.name) for side in ends), *((side.name, side.kind, side.articles) for side in ends))


def _draft(actor: Cluster, same: Sequence[tuple[Cluster, Proposal]], bearers: dict[Likeness, set[int]]) -> Draft:
    aliases = [cluster for cluster, _ in same]
    return Draft(
        actor=_side([actor], bearers),
        alias=_side(aliases, bearers),
        known=(_known([actor]), _known(aliases)),
        why=_phrases([(c, p.why) for c, p in same]),
        but=_phrases([(c, p.but) for c, p in same]),
    )


def _side(same: Sequence[Cluster], bearers: dict[Likeness, set[int]]) -> Side:
    """The actor by its name alone where that is enough; a surname never is, for there may be more articles one day."""
    label, kind = same[0].label, same[0].kind
    unique = len(bearers.get((label.casefold(), kind), ())) <= 1
    if unique and (kind is not ActorKind.PERSON or is_full_name(label)):
        return Side(label, kind)
    members = (m for c in same for m in c.members if spaced(m.actor.label) == label)
    return Side(label, kind, tuple(sorted({m.source for m in members})))


def _known(same: Sequence[Cluster]) -> str:
    """ "Angela Merkel: 13 articles (a.txt, b.txt, c.txt, …); Bundeskanzlerin"."""
    sources = sorted({source for c in same for source in c.sources})
    roles = sorted({text for c in same for text, _ in c.roles})
    count = "1 article" if len(sources) == 1 else f"{len(sources)} articles"
    what = [f"{same[0].kind} in {count} ({_some(sources)})", *([_some(roles)] if roles else [])]
    return f"{same[0].label}: {'; '.join(what)}"


def _some(texts: Sequence[str]) -> str:
    return ", ".join(texts[:_SHOWN]) + (", …" if len(texts) > _SHOWN else "")


def _phrases(found: Sequence[tuple[Cluster, tuple[str, ...]]]) -> tuple[str, ...]:
    """Each phrase once, with its article where several are asked about."""
    if len(found) == 1:
        return found[0][1]
    return tuple(dict.fromkeys(f"{c.sources[0]}: {phrase}" for c, phrases in found for phrase in phrases))
