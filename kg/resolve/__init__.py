"""Who is who across articles."""

from kg.resolve.actors import Identity, Resolution, resolve_actors
from kg.resolve.slugs import article_name, digest, slug

__all__ = ["Identity", "Resolution", "article_name", "digest", "resolve_actors", "slug"]
