"""Who is who across articles."""

from kg.resolve.actors import Identity, Resolution, resolve_actors
from kg.resolve.aliases import Aliases, read_aliases
from kg.resolve.clusters import Reason
from kg.resolve.decisions import Decision, Draft, Side
from kg.resolve.slugs import article_name, digest, slug

__all__ = [
    "Aliases",
    "Decision",
    "Draft",
    "Identity",
    "Reason",
    "Resolution",
    "Side",
    "article_name",
    "digest",
    "read_aliases",
    "resolve_actors",
    "slug",
]
