"""kg: a knowledge graph of German news: who said what, who stands against whom, what happened when.

In Python, `kg.build` makes a graph of articles and `kg.open_graph` opens one. Both are loaded when they are first
asked for, so that `import kg` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import NewsGraph, build, open_graph

    __version__: str

__all__ = ["NewsGraph", "__version__", "build", "open_graph"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        value: Any = import_module("importlib.metadata").version("kg")
    elif name in __all__:
        value = getattr(import_module("kg.api"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
