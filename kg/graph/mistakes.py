"""What is wrong with a query that cannot be read: the place, and what is usually meant there.

Oxigraph's parser names the farthest place that it reached and every token that it would have taken there. The
frequent slips are looked for first, from the query's tokens.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from kg.graph.tokens import Kind, Token, tokens

_AT = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<expected>.*)", re.DOTALL)
_CLOSING = {"{": "}", "(": ")", "[": "]"}
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_CHANGES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD")
_CLAUSES = """
    FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH SERVICE SILENT WHERE SELECT DISTINCT REDUCED AS FROM NAMED
    GROUP ORDER BY ASC DESC HAVING LIMIT OFFSET EXISTS NOT IN UNDEF PREFIX BASE TRUE FALSE A SEPARATOR
""".split()  # noqa: SIM905 (eighty lines otherwise)
_FUNCTIONS = """
    STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE
    ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ
    NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL
    ISNUMERIC REGEX SUBSTR REPLACE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE
    LANGDIR STRLANGDIR HASLANG HASLANGDIR ADJUST
""".split()  # noqa: SIM905 (eighty lines otherwise)
_WORDS = (*_FORMS, *_CHANGES, *_CLAUSES, *_FUNCTIONS)
_TERMS = (Kind.STRING, Kind.IRI, Kind.VARIABLE, Kind.BLANK, Kind.NAME, Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at an offset of the query."""

    start: int
    problem: str


_Check = Callable[[Sequence[Token], Mapping[str, str]], Mistake | None]


def explain(sparql: str, message: str, prefixes: Mapping[str, str]) -> str:
    """A message that shows the line and the place.

    Args:
        message: what the parser said.
        prefixes: those that need no declaration.
    """
    if not sparql.strip():
        return "query: is empty. Give a SPARQL query, such as: SELECT * { ?who kg:opposes ?whom }"
    found = tokens(sparql)
    mistake = next((m for check in _CHECKS if (m := check(found, prefixes)) is not None), None)
    if mistake is None:
        mistake = _as_the_parser_says(sparql, message, found)
    if mistake is None:
        return f"query: {message}"
    before = sparql[: mistake.start]
    line, column = before.count("\n") + 1, mistake.start - (before.rfind("\n") + 1) + 1
    shown = sparql.split("\n")[line - 1].rstrip().replace("\t", " ")
    return f"query: line {line}, column {column}: {mistake.problem}\n  {shown}\n  {' ' * (column - 1)}^"


def similar(wanted: str, known: Sequence[str]) -> str:
    """ " Did you mean …?" or nothing."""
    by_key = {word.casefold(): word for word in known}
    close = [by_key[match] for match in get_close_matches(wanted.casefold(), by_key, 2, 0.7)]
    return f" Did you mean {' or '.join(close)}?" if close else ""


def _unclosed_text(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    last = found[-1] if found else None
    if last is None or last.kind is not Kind.UNCLOSED:
        return None
    return Mistake(last.start, f"the text that begins here is not closed: {last.text} is missing")


def _change(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    first = next((t for t in found if t.is_word(*_FORMS, *_CHANGES)), None)
    if first is None or not first.is_word(*_CHANGES):
        return None
    return Mistake(first.start, f"{first.text} would change the graph, and a query only reads it. Use {_or(_FORMS)}")


def _unknown_word(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for i, token in enumerate(found):
        if token.kind is not Kind.WORD or token.is_word(*_WORDS):
            continue
        called = i + 1 < len(found) and found[i + 1].is_sign("(")
        hint = similar(token.text, _WORDS if i == 0 or called or token.text.isupper() else (*_CLAUSES, *_FORMS))
        if i and not called:
            hint += f" A variable is ?{token.text}, a term has a prefix (kg:{token.text}), text has quotation marks."
        return Mistake(token.start, f"{token.text} is no word of SPARQL.{hint}")
    return None


def _unknown_prefix(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    declared = {t.prefix for before, t in pairwise(found) if before.is_word("PREFIX")}
    known = sorted({*prefixes, *declared})
    for token in found:
        if token.kind is Kind.NAME and token.prefix not in known:
            return Mistake(
                token.start,
                f"the prefix {token.prefix}: is not declared.{similar(token.prefix, known)}"
                f" Declared are: {', '.join(known)}",
            )
    return None


def _brackets(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    opened: list[Token] = []
    for token in found:
        if token.is_sign(*_CLOSING):
            opened.append(token)
        elif token.is_sign(*_CLOSING.values()):
            if not opened:
                return Mistake(token.start, f"this {token.text} closes nothing")
            last = opened.pop()
            if _CLOSING[last.text] != token.text:
                return Mistake(last.start, f"this {last.text} is not closed: {_CLOSING[last.text]} is missing")
    if opened:
        last = opened[-1]
        return Mistake(last.start, f"this {last.text} is not closed: {_CLOSING[last.text]} is missing")
    return None


def _broken_iri(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for token, after in pairwise(found):
        if token.is_sign("<") and after.kind is Kind.NAME and after.start == token.start + 1:
            return Mistake(token.start, "an IRI holds no spaces, quotation marks or brackets: <https://…>")
    return None


def _prefix_without_colon(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for token, after in pairwise(found):
        if token.is_word("PREFIX") and after.kind is Kind.WORD:
            return Mistake(after.start, f"a prefix ends in a colon: PREFIX {after.text}: <https://…>")
    return None


def _nothing_to_select(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for token, after in pairwise(found):
        if token.is_word("SELECT", "DISTINCT", "REDUCED") and after.kind is Kind.WORD:
            wrong = after.is_word("A") or not after.is_word(*_WORDS)
            if wrong or after.is_word("WHERE", "FROM"):
                hint = f" Did you mean ?{after.text}?" if wrong else ""
                return Mistake(after.start, f"SELECT is followed by variables, (… AS ?variable), or *.{hint}")
    return None


def _commas_after_select(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for i, token in enumerate(found):
        if token.is_word("SELECT"):
            depth = 0
            for inner in found[i + 1 :]:
                depth += inner.is_sign("(") - inner.is_sign(")")
                if inner.is_sign("{") or inner.is_word("WHERE", "FROM"):
                    break
                if inner.is_sign(",") and not depth:
                    return Mistake(inner.start, "what SELECT asks for stands without commas: SELECT ?who ?whom")
    return None


def _missing_by(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for token, after in pairwise(found):
        if token.is_word("ORDER", "GROUP") and not after.is_word("BY"):
            return Mistake(after.start, f"BY is missing: {token.text.upper()} BY …")
    return None


def _filter_without_brackets(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for token, after in pairwise(found):
        names_test = after.is_word("EXISTS", "NOT", *_FUNCTIONS) or after.kind in (Kind.NAME, Kind.IRI)
        if token.is_word("FILTER") and not (after.is_sign("(") or names_test):
            return Mistake(after.start, "FILTER needs brackets: FILTER (…)")
    return None


def _number_missing(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    for i, token in enumerate(found):
        if token.is_word("LIMIT", "OFFSET") and (i + 1 == len(found) or not found[i + 1].text.isdigit()):
            at = found[i + 1].start if i + 1 < len(found) else token.start
            return Mistake(at, f"{token.text.upper()} needs a whole number: {token.text.upper()} 10")
    return None


def _incomplete_triple(found: Sequence[Token], prefixes: Mapping[str, str]) -> Mistake | None:
    """Subject, predicate, object; after `;` the last two, after `,` the last one. Only runs of plain terms are told."""
    wanted: int | None = None
    run: list[Token] = []
    inside_data = depth = 0
    for i, token in enumerate(found):
        before = found[i - 1] if i else None
        if inside_data or (token.is_sign("{") and _begins_data(found[:i])):
            inside_data += token.is_sign("{") - token.is_sign("}")
            wanted = None
        elif token.is_sign("(", "["):
            depth, wanted = depth + 1, None
        elif token.is_sign(")", "]"):
            depth, wanted = depth - 1, None
        elif depth:
            continue
        elif token.is_sign("{", "}", ".", ";", ",") or token.is_word(*_CLAUSES[:-1]):
            if wanted and run and len(run) < wanted and token.is_sign("}", ".", ";", ","):
                parts = "subject, predicate and object"
                return Mistake(token.start, f"a part is missing here: a triple has three, {parts}")
            wanted = 2 if token.is_sign(";") else 1 if token.is_sign(",") else 3 if token.kind is Kind.SIGN else None
            run = []
        elif token.kind in _TERMS or token.is_word("A"):
            if token.kind is Kind.NAME and before is not None and before.kind is Kind.SUFFIX:
                continue  # the type of the text before
            run.append(token)
            if wanted and len(run) > wanted:
                return Mistake(token.start, "a triple ends before this: . (or ; or ,) is missing")
        elif token.kind is not Kind.SUFFIX:
            wanted = None
    return None


def _begins_data(before: Sequence[Token]) -> bool:
    """Whether the brace after these tokens opens the rows of VALUES."""
    for token in reversed(before):
        if token.is_word("VALUES"):
            return True
        if not (token.kind is Kind.VARIABLE or token.is_sign("(", ")")):
            return False
    return False


_CHECKS: tuple[_Check, ...] = (
    _unclosed_text,  # first: behind it nothing is what it seems
    _change,
    _brackets,
    _broken_iri,
    _prefix_without_colon,
    _unknown_prefix,
    _nothing_to_select,
    _unknown_word,
    _commas_after_select,
    _missing_by,
    _filter_without_brackets,
    _number_missing,
    _incomplete_triple,
)


def _as_the_parser_says(sparql: str, message: str, found: Sequence[Token]) -> Mistake | None:
    at = _AT.match(message)
    if not at:
        return None
    if "variable that is unbound" in at["expected"]:
        select = next((t.start for t in found if t.is_word("SELECT")), 0)
        problem = "a variable after SELECT has no single value: name it in GROUP BY, or put it into COUNT, SAMPLE, …"
        return Mistake(select, problem)
    lines = sparql.split("\n")
    line = min(int(at["line"]), len(lines))
    start = sum(len(text) + 1 for text in lines[: line - 1]) + int(at["column"]) - 1
    if start >= len(sparql.rstrip()):
        return Mistake(len(sparql.rstrip()), "cannot be read to the end: something is missing or wrong before it")
    return Mistake(start, "cannot be read here or just before")


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
