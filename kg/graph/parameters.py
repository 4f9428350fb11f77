"""What shipped queries can be told, read from what a user types."""

import re
from datetime import date
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import UsageError
from kg.graph.lookup import find_actor, find_article
from kg.graph.names import VOCABULARIES
from kg.graph.vocabulary import values_of

Value = NamedNode | Literal

_ACTOR_TYPES = {name: f"{VOCABULARIES['schema']}{name}" for name in ("Person", "Organization", "Country", "Place")}
_ACTOR_TYPES["Group"] = f"{VOCABULARIES['kg']}Group"
_DAY = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


class ParameterKind(StrEnum):
    """As the comments of a query name them, `# --since DATE: …`."""

    ACTOR = "ACTOR"
    ARTICLE = "ARTICLE"
    DATE = "DATE"
    ACT = "ACT"
    STATUS = "STATUS"
    POLARITY = "POLARITY"
    QUOTATION_TYPE = "QUOTATION-TYPE"
    ACTOR_TYPE = "ACTOR-TYPE"
    NUMBER = "NUMBER"
    COUNT = "COUNT"
    TEXT = "TEXT"


_ONTOLOGY_CLASSES = {
    ParameterKind.ACT: "Act",
    ParameterKind.STATUS: "Status",
    ParameterKind.POLARITY: "Polarity",
    ParameterKind.QUOTATION_TYPE: "QuotationType",
}


def read_value(kind: ParameterKind, written: str, *, option: str, store: Store) -> Value:
    """The term that a user means.

    Args:
        option: for messages, such as `--since`.
        store: where actors and articles are looked up.

    Raises:
        UsageError: it is no value of this kind, or no such actor or article is in the graph.
    """
    match kind:
        case ParameterKind.ACTOR:
            return find_actor(store, written)
        case ParameterKind.ARTICLE:
            return find_article(store, written)
        case ParameterKind.DATE:
            return Literal(read_date(written, option))
        case ParameterKind.NUMBER:
            number = f"{read_confidence(written, option):.4f}"
            return Literal(number, datatype=NamedNode(f"{VOCABULARIES['xsd']}decimal"))
        case ParameterKind.COUNT:
            return _count(written, option)
        case ParameterKind.TEXT:
            if not written.strip():
                raise UsageError(f"{option}: no text given. Give a word or a part of a sentence.")
            return Literal(" ".join(written.split()))
        case ParameterKind.ACTOR_TYPE:
            return NamedNode(_ACTOR_TYPES[read_choice(kind, written, option)])
        case _:
            return NamedNode(f"{VOCABULARIES['kg']}{read_choice(kind, written, option)}")


def read_choice(kind: ParameterKind, written: str, option: str) -> str:
    """The local name of a value of the ontology, or of a type of actor.

    Raises:
        UsageError: the kind has no such value.
    """
    values = tuple(_ACTOR_TYPES) if kind is ParameterKind.ACTOR_TYPE else values_of(_ONTOLOGY_CLASSES[kind])
    key = re.sub(r"[^a-z]", "", written.removeprefix("kg:").removeprefix("schema:").casefold())
    for value in values:
        if value.casefold() == key:
            return value
    raise UsageError(f"{option} {written}: no such value. Give one of: {', '.join(values)}.")


def read_date(written: str, option: str) -> str:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; such dates are compared as far as both are known.

    Raises:
        UsageError: it is none, or not in the calendar.
    """
    match = _DAY.fullmatch(written.strip())
    try:
        if match:
            date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        match = None
    if not match:
        raise UsageError(f"{option} {written}: no date. Give a year, a month or a day: 2022, 2022-01 or 2022-01-26.")
    return match[0]


def read_confidence(written: str, option: str) -> float:
    """A number from 0 to 1.

    Raises:
        UsageError: it is none.
    """
    try:
        number = float(written.replace(",", "."))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageError(f"{option} {written}: no confidence. Give a number between 0 and 1, such as 0.7.")
    return number


def _count(written: str, option: str) -> Literal:
    if not re.fullmatch(r"[0-9]{1,9}", written.strip()) or int(written) < 1:
        raise UsageError(f"{option} {written}: no count. Give a whole number from 1 on.")
    return Literal(int(written))
