"""The alias file: doubtful merges that a user decides, as TOML.

What the user decided is kept as it was written, with its comments; drafts are written anew. Entries are therefore cut
out of the text by their headings, not printed from their values: a comment above a heading belongs to what follows it.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, NoReturn

from kg.errors import UsageError
from kg.facts import ActorKind
from kg.resolve.decisions import Decision, Draft, Side

_STATUSES = ("draft", "same", "different")
_TEXTS = ("status", "kind", "actor", "alias", "alias_kind")
_LISTS = ("actor_in", "alias_in", "known", "why", "but")
_HEADING = re.compile(r"\s*\[\[\s*pair\s*\]\]")
_SYNTAX = re.compile(r"(?P<what>.*?)\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.DOTALL)
_PREAMBLE = """\
# Who is who: actors of different articles that kg is not sure about. Drafts change nothing in the graph.
#
# To decide an entry, give its status another value and build again:
#   "same"       puts the two on one node,
#   "different"  keeps them apart.
# What you decided stays, with your comments; drafts are written anew by every build.
#
# In an entry of your own, status, kind (person, organization, country, place, group), actor and alias are needed. The
# names are those that kg actors shows. actor_in and alias_in narrow a name to the articles listed, by their paths in
# the folder that is built; without them, it is meant in every article. alias_kind is needed where it is another kind.
"""

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file.

    Attributes:
        decision: None in a draft.
        key: names and kinds.
        text: as it is written, with the comments above it.
        remarks: its comments.
    """

    decision: Decision | None
    key: _Key
    text: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Aliases:
    """An alias file.

    Attributes:
        content: None where there is no file yet.
        preamble: what stands above the first entry.
    """

    path: Path
    content: bytes | None = None
    preamble: str = _PREAMBLE
    entries: tuple[Entry, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(e.decision for e in self.entries if e.decision is not None)

    def with_drafts(self, drafts: Sequence[Draft]) -> bytes | None:
        """The file with other drafts; None where there is no file and nothing to put into one."""
        if self.content is None and not drafts:
            return None
        remarks = {e.key: e.remarks for e in reversed(self.entries) if e.decision is None}
        blocks = [e.text for e in self.entries if e.decision is not None]
        blocks += [_written(draft, remarks.pop(_key_of(draft), ())) for draft in drafts]
        # A draft that nobody needs any more, but on which somebody wrote a remark, stays.
        stale = [e.text for e in self.entries if e.decision is None and e.remarks and e.key in remarks]
        return "\n".join(part.strip("\n") + "\n" for part in (self.preamble, *blocks, *stale) if part.strip()).encode()


def read_aliases(path: Path) -> Aliases:
    """The alias file at a path, or an empty one where there is none.

    Raises:
        UsageError: it cannot be read, is no TOML, or has an entry that means nothing.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Aliases(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}). Name a file with --aliases.") from error
    try:
        lines = content.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UsageError(f"{path}: line {line}: not UTF-8. Save the file in UTF-8.") from error
    whole = _parsed(path, lines, 0)
    starts = list(_starts(lines))
    entries = tuple(
        _entry(path, lines[start:end], start) for start, end in zip(starts, [*starts, len(lines)][1:], strict=True)
    )
    unknown = sorted(whole.keys() - {"pair"})
    if unknown:
        _refuse(path, _line_of(lines, unknown[0], 0), f"{unknown[0]}: means nothing here. Entries begin with [[pair]].")
    if whole.get("pair", []) != [pair for e in entries for pair in tomllib.loads(e.text)["pair"]]:
        _refuse(
            path, 1, "entries cannot be told apart. Begin each with a line [[pair]], with a list of values below it."
        )
    preamble = "\n".join(lines[: starts[0]] if starts else lines)
    return Aliases(path, content, preamble, entries)


def _starts(lines: Sequence[str]) -> Iterator[int]:
    """Where entries begin: at the comments right above their heading."""
    for number, line in enumerate(lines):
        if _HEADING.match(line):
            while number > 0 and lines[number - 1].lstrip().startswith("#"):
                number -= 1
            yield number


def _parsed(path: Path, lines: Sequence[str], offset: int) -> dict[str, Any]:
    try:
        return tomllib.loads("\n".join(lines) + "\n")
    except tomllib.TOMLDecodeError as error:
        it = _SYNTAX.fullmatch(str(error))
        line = int(it["line"]) if it and it["line"] else len(lines)
        return _refuse(
            path, offset + line, f"not TOML ({it['what'] if it else error}). Correct the line, or delete the entry."
        )


def _entry(path: Path, lines: Sequence[str], offset: int) -> Entry:
    values: dict[str, Any] = _parsed(path, lines, offset)["pair"][0]

    def refuse(key: str, message: str) -> NoReturn:
        _refuse(path, _line_of(lines, key, offset), message)

    for key, value in values.items():
        if key not in (*_TEXTS, *_LISTS):
            close = get_close_matches(key, (*_TEXTS, *_LISTS), 1)
            refuse(
                key,
                f"{key}: no key of an entry. " + (f"Did you mean {close[0]}?" if close else _choices(_TEXTS + _LISTS)),
            )
        if key in _TEXTS and not (isinstance(value, str) and value.strip()):
            refuse(key, f"{key}: needs a text in quotation marks.")
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(x, str) for x in value)):
            refuse(key, f'{key}: needs a list of texts, such as ["a.txt", "b.txt"].')
    for key in ("status", "kind", "actor", "alias"):
        if key not in values:
            refuse("", f"{key} is missing in this entry.")
    for key, allowed in (("status", _STATUSES), ("kind", tuple(ActorKind)), ("alias_kind", tuple(ActorKind))):
        if key in values and values[key] not in allowed:
            refuse(key, f'{key} "{values[key]}": {_choices(allowed)}')
    kind, alias_kind = values["kind"], values.get("alias_kind", values["kind"])
    actor = Side(values["actor"], ActorKind(kind), tuple(values.get("actor_in", ())))
    alias = Side(values["alias"], ActorKind(alias_kind), tuple(values.get("alias_in", ())))
    if actor == alias:
        refuse("alias", "actor and alias are the same. Give one of them actor_in or alias_in.")
    where = f"{path}: line {_line_of(lines, '', offset)}"
    status: Literal["draft", "same", "different"] = values["status"]
    return Entry(
        decision=None if status == "draft" else Decision(status, actor, alias, where),
        key=(actor.name, actor.kind, alias.name, alias.kind),
        text="\n".join(lines),
        remarks=tuple(line.strip() for line in lines if line.lstrip().startswith("#")),
    )


def _line_of(lines: Sequence[str], key: str, offset: int) -> int:
    """The line where a key stands, or else the heading, counted from one in the whole file."""
    found = (n for n, line in enumerate(lines) if key and line.lstrip(' [\t"').startswith(key))
    heading = next((n for n, line in enumerate(lines) if _HEADING.match(line)), 0)
    return offset + next(found, heading) + 1


def _refuse(path: Path, line: int, message: str) -> NoReturn:
    raise UsageError(f"{path}: line {line}: {message}")


def _choices(allowed: Sequence[str]) -> str:
    return f"Give one of: {', '.join(allowed)}."


def _key_of(draft: Draft) -> _Key:
    return draft.actor.name, draft.actor.kind, draft.alias.name, draft.alias.kind


def _written(draft: Draft, remarks: Sequence[str]) -> str:
    lines = [*remarks, "[[pair]]", 'status = "draft"', f"kind = {_text(draft.actor.kind)}"]
    lines.append(f"actor = {_text(draft.actor.name)}")
    lines += _list("actor_in", draft.actor.articles)
    lines.append(f"alias = {_text(draft.alias.name)}")
    if draft.alias.kind is not draft.actor.kind:
        lines.append(f"alias_kind = {_text(draft.alias.kind)}")
    lines += _list("alias_in", draft.alias.articles)
    for key, phrases in (("known", draft.known), ("why", draft.why), ("but", draft.but)):
        lines += _list(key, phrases)
    return "\n".join(lines)


def _list(key: str, texts: Sequence[str]) -> list[str]:
    if len(texts) < 2:
        return [f"{key} = [{_text(texts[0])}]"] if texts else []
    return [f"{key} = [", *(f"  {_text(text)}," for text in texts), "]"]


def _text(value: str) -> str:
    """A basic string of TOML on one line."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    safe = re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]", lambda it: f"\\u{ord(it[0]):04X}", escaped)
    return '"' + safe.encode("utf-8", "replace").decode("utf-8") + '"'
