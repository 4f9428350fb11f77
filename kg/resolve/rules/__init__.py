"""The rules by which clusters become one, in their order."""

from kg.resolve.rules.abbreviations import abbreviations, short_names
from kg.resolve.rules.other_kinds import other_kinds
from kg.resolve.rules.proposal import Proposal, Rule
from kg.resolve.rules.same_names import same_name
from kg.resolve.rules.spellings import spellings
from kg.resolve.rules.surnames import surnames

__all__ = ["RULES", "Proposal"]

RULES: tuple[Rule, ...] = (
    same_name,  # first: what is plainly one name shows the later rules all of its roles and company
    spellings,
    abbreviations,
    surnames,  # after the spellings: two spellings of one bearer are no two bearers
    short_names,
    other_kinds,
)
