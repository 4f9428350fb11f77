"""kg: a knowledge graph of German news: who said what, who stands against whom, what happened when."""

from importlib.metadata import version

__version__ = version("kg")
