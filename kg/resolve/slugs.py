"""Names that become part of an IRI: readable where they can be, and the same on every machine."""

import json
import re
from hashlib import sha256
from pathlib import PurePosixPath

from kg.extract.spellings import plain
from kg.facts import Article


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with hyphens between them; a digest where nothing of that is left."""
    ascii_only = plain(text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or digest(text, length=8)


def digest(*parts: object, length: int = 16) -> str:
    """The first hexadecimal digits of the SHA-256 over the parts, told apart from each other."""
    return sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def article_name(article: Article) -> str:
    """What tells an article from all others: its file's name and a digest of path and body."""
    return f"{slug(PurePosixPath(article.source).stem)}-{digest(article.source, article.body, length=8)}"
