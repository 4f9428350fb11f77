"""Whether a graph is what the contract asks and says nothing that its articles do not."""

from kg.graph.check.findings import Finding, Problem
from kg.graph.check.whole import CheckReport, check_graph

__all__ = ["CheckReport", "Finding", "Problem", "check_graph"]
