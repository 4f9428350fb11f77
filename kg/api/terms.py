"""RDF terms as Python values."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.api.records import Value
from kg.graph.names import VOCABULARIES

_READERS: dict[str, Callable[[str], Value]] = {
    "integer": int,
    "int": int,
    "long": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda text: text in ("true", "1"),
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}


def python_value(term: NamedNode | BlankNode | Literal | Triple | None) -> Value:
    """A number, truth value, day or time as Python's; everything else, dates of months and years too, as text."""
    if isinstance(term, Literal):
        read = _READERS.get(term.datatype.value.removeprefix(VOCABULARIES["xsd"]))
        try:
            return term.value if read is None else read(term.value)
        except (ValueError, ArithmeticError):
            return term.value
    if isinstance(term, NamedNode):
        return term.value
    return None if term is None else str(term)
