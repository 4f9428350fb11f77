"""The label inventories: relations, tags, feature values, entity tags, lemma scripts."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.language.lemma_scripts import UNCHANGED, apply_script, script_of
from training.conllu import FEATURES
from training.sentences import Sentence

NONE = ""  # the value of a feature that a word does not carry
ENTITY_TAGS = ["O", *(f"{position}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for position in "BI")]
LEAST_SCRIPT = 2  # a lemma script seen once is an exception, not a class


@dataclass(frozen=True)
class Labels:
    """Names of the classes of every head, in the order of its outputs."""

    tags: list[str]
    relations: list[str]
    features: dict[str, list[str]]
    entities: list[str]
    scripts: list[str]
    styles: list[str]

    def save(self, path: Path) -> None:
        """Write the inventories as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf8")

    @classmethod
    def read(cls, path: Path) -> "Labels":
        """The inventories in a JSON file."""
        return cls(**json.loads(path.read_text(encoding="utf8")))


def german_relation(relation: str, known: set[str]) -> str:
    """A relation of a related treebank as the German treebanks would name it: its subtype only if they have it."""
    return relation if relation in known else relation.split(":")[0]


def collect_labels(german: Iterable[Sentence], related: Iterable[Sentence]) -> Labels:
    """The inventories of a corpus; the related languages add tags and main relations."""
    german, related = list(german), list(related)
    relations = Counter(relation for sentence in german for relation in sentence.relations or ())
    known = {relation for relation, count in relations.items() if count >= 2}
    main = {relation.split(":")[0] for sentence in [*german, *related] for relation in sentence.relations or ()}
    values: dict[str, Counter[str]] = {name: Counter() for name in FEATURES}
    scripts: Counter[str] = Counter()
    for sentence in german:
        for features in sentence.features or ():
            for name, value in features.items():
                values[name][value] += 1
        for word, lemma, tag in zip(sentence.words, sentence.lemmas or (), sentence.tags or (), strict=True):
            if lemma is not None and tag not in ("PUNCT", "NUM", "X"):
                scripts[script_of(word, lemma)] += 1
    return Labels(
        tags=sorted({tag for sentence in [*german, *related] for tag in sentence.tags or () if tag is not None}),
        relations=sorted(known | main),
        features={name: [NONE, *sorted(count)] for name, count in values.items() if count},
        entities=ENTITY_TAGS,
        scripts=[
            UNCHANGED,
            *sorted(script for script, count in scripts.items() if count >= LEAST_SCRIPT and script != UNCHANGED),
        ],
        styles=sorted({sentence.style for sentence in [*german, *related]}),
    )


def scripts_fit(word: str, lemma: str, script: str) -> bool:
    """Whether a script turns a word into its lemma."""
    return apply_script(word, script) == lemma
