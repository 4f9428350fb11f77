"""An article with what was found in it: the spans in its text, and beside them each statement with its reasons."""

from kg.view.explain.explanation import Explanation, Paragraph, explain
from kg.view.explain.marks import Mark, Marked, Part, Role
from kg.view.explain.page import write_explanations
from kg.view.explain.statements import LABELLED, ROLES, Kind, Statement

__all__ = [
    "LABELLED",
    "ROLES",
    "Explanation",
    "Kind",
    "Mark",
    "Marked",
    "Paragraph",
    "Part",
    "Role",
    "Statement",
    "explain",
    "write_explanations",
]
