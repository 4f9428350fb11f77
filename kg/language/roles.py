"""Subject and objects of a verb chosen together: at most one subject, fit for the form of the article and the verb."""

import re
import tomllib
from collections import defaultdict
from functools import cache, partial
from importlib.resources import files
from itertools import product
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

CASE_OF_ROLE = {"nsubj": "Nom", "nsubj:pass": "Nom", "obj": "Acc", "obl:arg": "Dat"}
# Weights against log probabilities: a form that forbids a case decides; number and gender are the network's own
# features and may be wrong. The best of two dozen settings on GSD dev (measured weights): F1 of subjects
# .857 → .863, of objects .820 → .828, of datives .672 → .719.
WRONG_CASE, ROLE_TWICE, NO_SUBJECT, WRONG_FEATURE = 15.0, 5.0, 3.0, 2.0
MOST_ARGUMENTS = 4
CASE = re.compile(r"\bCase=\w+")
MASCULINE_ACCUSATIVE = frozenset({"Acc", "Dat"})  # "den"
MASCULINE_NOMINATIVE = frozenset({"Nom", "Dat", "Gen"})  # "der"
DATIVE_PLURALS = ("n", "s", "a", "i")  # "den Ministern, Teams, Antibiotika, Carabinieri"


@cache
def cases_of_forms() -> dict[str, frozenset[str]]:
    """The cases that each form of an article or pronoun can stand in."""
    table = tomllib.loads((files("kg.lexicon") / "case_forms.toml").read_text(encoding="utf8"))
    return {word: frozenset(entry["cases"]) for entry in table["forms"] for word in entry["words"]}


class Clause(Protocol):
    """What the choice looks at: one entry for a token."""

    words: list[str]
    tags: list[str]
    features: list[str]
    heads: list[int]
    relations: list[str]


def possible_cases(clause: Clause, index: int, articles: dict[int, int]) -> frozenset[str] | None:
    """The cases of an argument by the form of its article or its own, None where the form leaves all open."""
    if clause.tags[index] in ("PRON", "DET"):
        return cases_of_forms().get(clause.words[index].lower())
    if index in articles:
        return cases_of_forms().get(clause.words[articles[index]].lower())
    return None


def value_of(features: str, name: str) -> str:
    """A feature's value in a UD string, "" where it has none."""
    return next((pair[len(name) + 1 :] for pair in features.split("|") if pair.startswith(f"{name}=")), "")


def settle_roles(clause: Clause, indices: list[int], scores: NDArray[np.float32], relations: list[str]) -> None:
    """Choose the relations of core arguments anew where the likeliest ones do not go together.

    Args:
        indices: the dependents that were scored.
        scores: [dependents, relations].
    """
    roles = {role: relations.index(role) for role in CASE_OF_ROLE if role in relations}
    logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    row_of = {index: row for row, index in enumerate(indices)}
    articles = {
        clause.heads[index]: index for index, relation in enumerate(clause.relations) if relation.startswith("det")
    }
    arguments: dict[int, list[int]] = defaultdict(list)
    finite: dict[int, int] = {}
    joined: set[int] = set()
    for index, relation in enumerate(clause.relations):
        if relation in roles and index in row_of:
            arguments[clause.heads[index]].append(index)
        if "Mood=" in clause.features[index]:
            finite[clause.heads[index] if relation.startswith(("aux", "cop")) else index] = index
        if relation == "conj":
            joined.add(clause.heads[index])
    for verb, own in arguments.items():
        if len(own) > MOST_ARGUMENTS:
            continue
        number = value_of(clause.features[finite[verb]], "Number") if verb in finite else ""
        costs = [
            {
                role: argument_cost(clause, index, role, number if index not in joined else "", articles)
                - float(logs[row_of[index], column])
                for role, column in roles.items()
            }
            for index in own
        ]
        needs_subject = verb in finite and not clause.relations[verb].startswith(("conj", "xcomp", "acl"))
        weigh = partial(total_cost, costs=costs, needs_subject=needs_subject)
        best = min(product(roles, repeat=len(own)), key=weigh)
        for index, role in zip(own, best, strict=True):
            clause.relations[index] = role
            clause.features[index] = CASE.sub(f"Case={CASE_OF_ROLE[role]}", clause.features[index])


def argument_cost(clause: Clause, index: int, role: str, number: str, articles: dict[int, int]) -> float:
    """What speaks against one argument in a role."""
    case, features = CASE_OF_ROLE[role], clause.features[index]
    own, gender = value_of(features, "Number"), value_of(features, "Gender")
    cases = possible_cases(clause, index, articles)
    cost = 0.0
    if cases is not None and case not in cases:
        cost += WRONG_CASE
    elif cases == MASCULINE_ACCUSATIVE and case == "Dat" and never_dative_plural(clause, index):
        cost += WRONG_CASE  # "den Minister": "den" is a dative in the plural only, and that is "den Ministern"
    elif cases == MASCULINE_ACCUSATIVE and case == "Dat" and own == "Sing":
        cost += WRONG_FEATURE
    elif cases == MASCULINE_NOMINATIVE and gender and (case == "Dat") == (gender == "Masc"):
        cost += WRONG_FEATURE  # "der" is a nominative of the masculine and a dative of the feminine
    if case == "Nom" and number and own and number != own:
        cost += WRONG_FEATURE
    return cost


def never_dative_plural(clause: Clause, index: int) -> bool:
    """Whether a noun cannot stand in the dative plural by its ending."""
    return clause.tags[index] == "NOUN" and not clause.words[index].endswith(DATIVE_PLURALS)


def total_cost(choice: tuple[str, ...], costs: list[dict[str, float]], needs_subject: bool) -> float:
    """What speaks against the roles of all arguments of a verb."""
    cases = [CASE_OF_ROLE[role] for role in choice]
    cost = sum(one[role] for role, one in zip(choice, costs, strict=True)) + ROLE_TWICE * (len(cases) - len(set(cases)))
    return cost + NO_SUBJECT if needs_subject and "Nom" not in cases else cost
