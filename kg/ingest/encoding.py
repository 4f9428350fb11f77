"""Bytes to text: UTF-8 first, then what charset-normalizer recognises among the encodings of German text files."""

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import ArticleError

_LEGACY = ["cp1252", "latin_1"]
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LINE_ENDS = re.compile(r"\r\n?")
BINARY = "looks like a binary file. Convert it to plain text (UTF-8) first."
_BROKEN = "\N{REPLACEMENT CHARACTER}"


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text with `\\n` line ends, and what was doubtful about it.

    Raises:
        ArticleError: the bytes are no text in an encoding that is known.
    """
    text, doubts = _decode(data)
    if _CONTROL.search(text):
        raise ArticleError(BINARY)
    return _LINE_ENDS.sub("\n", text), doubts


def _decode(data: bytes) -> tuple[str, list[str]]:
    encoding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "utf-8")
    if encoding != "utf-16" and b"\0" in data:
        raise ArticleError(BINARY)
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        lenient = data.decode(encoding, errors="replace")
    broken = lenient.count(_BROKEN)
    if encoding != "utf-8" or sum(ord(c) > 127 for c in lenient) > 2 * broken:
        # More characters are good UTF-8 than not: damaged UTF-8, no other encoding.
        return lenient, [f"{broken} broken characters in its {encoding} text were replaced. Save it as UTF-8 again."]
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise ArticleError("is in no encoding that kg knows (UTF-8, Latin-1, CP1252). Save it as UTF-8 first.")
    return str(best), []
