"""Abbreviations and other short names of bodies."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.facts import ActorKind
from kg.resolve.clusters import Cluster
from kg.resolve.names import abbreviates, initials, is_abbreviation
from kg.resolve.rules.proposal import Proposal, named, ranked
from kg.resolve.support import Weigher

_SURE_ABBREVIATION = 3
"""Letters of the shortest abbreviation that an article's brackets make sure for others."""


def abbreviations(clusters: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    """ "BGH" in one article, "Bundesgerichtshof (BGH)" in another; or a name that merely has these initials."""
    bodies = named(clusters, ActorKind.ORGANIZATION)
    long_forms: dict[str, list[tuple[Cluster, str]]] = {}
    for cluster in bodies:
        for member in cluster.members:
            for name in member.actor.names:
                if is_abbreviation(name) and abbreviates(name, member.actor.label):
                    long_forms.setdefault(name, []).append((cluster, member.source))
    with_initials: dict[str, dict[int, Cluster]] = {}
    for cluster in bodies:
        for short in sorted(filter(is_abbreviation, map(initials, cluster.labels))):
            with_initials.setdefault(short, {})[cluster.number] = cluster
    for cluster in bodies:
        if not is_abbreviation(cluster.label):
            continue
        told = {c.number: (c, source) for c, source in reversed(long_forms.get(cluster.label, [])) if c is not cluster}
        for c, source in sorted(told.values(), key=lambda found: found[0].number):
            together = not c.articles.isdisjoint(cluster.articles)
            sure = len(told) == 1 and len(cluster.label) >= _SURE_ABBREVIATION
            why = f"{source} has {cluster.label} as short form of “{c.label}”"
            others = tuple(f"also short for “{o.label}”" for o, _ in told.values() if o is not c)
            yield Proposal(c.number, cluster.number, "abbreviation", sure, (why,), others, together)
        meant = [c for number, c in with_initials.get(cluster.label, {}).items() if number not in told]
        for c in meant if len(cluster.label) >= _SURE_ABBREVIATION else ():
            # A body named in full and by its initials in one article is one; across articles SWB may be two.
            together = not c.articles.isdisjoint(cluster.articles)
            why = f"{cluster.label} are the initials of “{c.label}”"
            sure = together and not told and len(meant) == 1
            yield Proposal(c.number, cluster.number, "initials", sure, (why,), (), together)
    for short, found in sorted(long_forms.items()):
        for one, other in combinations({c.number: c for c, _ in found}.values(), 2):
            first, second = ranked(one, other)
            yield Proposal(first.number, second.number, "same abbreviation", False, (f"both are abbreviated {short}",))


def short_names(clusters: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    """ "Vattenfall" where another article calls Vattenfall Europe so."""
    called: dict[str, list[tuple[Cluster, str]]] = {}
    bodies = named(clusters, ActorKind.ORGANIZATION)
    for cluster in bodies:
        for member in cluster.members:
            for name in member.actor.names:
                if not is_abbreviation(name):
                    called.setdefault(name, []).append((cluster, member.source))
    for cluster in bodies:
        for c, source in called.get(cluster.label, ()):
            if c is not cluster and not cluster.abroad:
                why = f"{source} calls “{c.label}” “{cluster.label}”"
                yield Proposal(c.number, cluster.number, "short name", False, (why,))
