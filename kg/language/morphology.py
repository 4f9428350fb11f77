"""Features decoded together: the likeliest combination that words of a tag carry in the treebanks."""

import numpy as np
from numpy.typing import NDArray

VERBAL = frozenset({"VERB", "AUX"})


def written(features: dict[str, str]) -> str:
    """The UD string, features in alphabetical order."""
    return "|".join(f"{name}={value}" for name, value in sorted(features.items()))


class FeatureDecoder:
    """Picks combinations.

    Args:
        features: each feature's values in the order of the network's classes; "" for none.
        bundles: the combinations of each tag as UD strings.
    """

    def __init__(self, features: dict[str, list[str]], bundles: dict[str, list[str]]) -> None:
        place: dict[tuple[str, str], int] = {}
        for name, values in features.items():
            for value in values:
                place[name, value] = len(place)
        self.bundles = bundles
        self.selections: dict[str, NDArray[np.float32]] = {}
        for tag, names in bundles.items():
            selection = np.zeros((len(place), len(names)), dtype=np.float32)
            for column, bundle in enumerate(names):
                given = dict(pair.split("=", 1) for pair in bundle.split("|") if pair)
                for name in features:
                    selection[place[name, given.get(name, "")], column] = 1
            self.selections[tag] = selection

    def decode(self, tags: list[str], scores: NDArray[np.float32]) -> list[str]:
        """A UD string for each word.

        Args:
            scores: log probabilities [words, values of all features].
        """
        decoded = [""] * len(tags)
        for index, tag in enumerate(tags):
            if tag in self.selections:
                # Word by word: a product of more rows may round otherwise, and a word must not depend on others.
                best = int((scores[index] @ self.selections[tag]).argmax())
                decoded[index] = self.bundles[tag][best]
        return decoded
