"""Plain text with an optional header.

The header lines `date YYYY[-MM[-DD]]` and `title …` may stand at the very top, in this order. A teaser may follow the
date on its line. The body is what comes after them.
"""

import re
from datetime import date

from kg.errors import ArticleError
from kg.facts import Article
from kg.ingest.encoding import decode
from kg.ingest.language import language_of

_DATE_LINE = re.compile(r"[ \t]*date[ \t]+(?P<date>\d\S*)(?:[ \t]+(?P<teaser>.*))?")
_TITLE_LINE = re.compile(r"[ \t]*title[ \t]+(?P<title>.*)")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def read_text_article(data: bytes, source: str) -> Article:
    """The article in the bytes of a text file.

    Raises:
        ArticleError: nothing but header and white space, or no text at all.
    """
    text, doubts = decode(data)
    lines = text.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    published = title = teaser = None
    if lines and (header := _DATE_LINE.fullmatch(lines[0])):
        published, teaser = header["date"], header["teaser"]
        lines.pop(0)
        if not is_date(published):
            doubts.append(
                f"the date {published!r} is impossible, built undated. Write it as YYYY, YYYY-MM or YYYY-MM-DD."
            )
            published = None
    if lines and (header := _TITLE_LINE.fullmatch(lines[0])):
        title = header["title"].strip() or None
        lines.pop(0)
    body = with_teaser((teaser or "").strip(), "\n".join(lines).strip())
    if not body:
        raise ArticleError("has no text. Put the article's text below the header, or remove the file.")
    language = language_of(body)
    if language != "de":
        doubts.append(f"looks like another language ({language}); kg reads German, expect little from it.")
    return Article(source, body, title=title, date=published, language=language, doubts=tuple(doubts))


def is_date(written: str) -> bool:
    """Whether this is a possible `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    match = _DATE.fullmatch(written)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def with_teaser(teaser: str, body: str) -> str:
    """The body below its teaser, which is dropped where the body begins with the same words."""
    if not teaser:
        return body
    words = teaser.split()
    if body.split(None, len(words))[: len(words)] == words:
        return body
    return f"{teaser}\n\n{body}".strip()
