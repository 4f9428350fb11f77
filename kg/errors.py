"""What can go wrong, as exceptions. Library code raises them; only the command line prints and exits."""


class KgError(Exception):
    """A problem that the user can act on. The message names the problem, the valid choices and the next step."""


class UsageError(KgError):
    """A wrong argument: a missing path, an unknown kind of file, an unknown query or actor."""


class ArticleError(KgError):
    """One article cannot be read or processed; the others can."""


class GraphError(KgError):
    """A graph file cannot be read or does not follow the contract."""


class QueryError(KgError):
    """A SPARQL query that does not parse or cannot be answered."""


class LexiconError(KgError):
    """A table of the lexicon is malformed: a fault of the installation, not of the input."""
