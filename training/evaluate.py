"""Scores of an exported pipeline on the held-out parts, gold tokens given."""

from collections import Counter
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.analyser import Analyser
from kg.language.pipeline import build_pipeline
from training.entities import spans
from training.sentences import Sentence

VERB_FEATURES = ("Mood", "Tense", "VerbForm", "Number", "Person")


def pipeline_over(folder: Path) -> Language:
    """The pipeline with the files of another folder than the package's."""
    nlp = build_pipeline()
    analyser: Any = nlp.get_pipe("kg_analyser")
    assert isinstance(analyser, Analyser)
    analyser.folder = folder
    return nlp


def analyse(nlp: Language, sentence: Sentence) -> Doc:
    """One sentence as a document of its own."""
    return nlp(Doc(nlp.vocab, words=list(sentence.words), spaces=list(sentence.spaces)))


def score_treebank(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Shares of right tags, arcs, labelled arcs (main relations), lemmas, verb features and subjunctives (F1)."""
    hits: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for sentence in sentences:
        assert sentence.tags and sentence.heads and sentence.relations and sentence.features
        lemmas = sentence.lemmas or (None,) * len(sentence.words)
        doc = analyse(nlp, sentence)
        gold = zip(sentence.tags, sentence.heads, sentence.relations, lemmas, sentence.features, strict=True)
        for token, (tag, head, relation, lemma, features) in zip(doc, gold, strict=True):
            arc = token.head.i == head
            sizes.update(("UPOS", "UAS", "LAS"))
            hits["UPOS"] += token.pos_ == tag
            hits["UAS"] += arc
            hits["LAS"] += arc and token.dep_.lower().split(":")[0] == relation.split(":")[0]
            if lemma is not None:
                sizes["lemma"] += 1
                hits["lemma"] += token.lemma_ == lemma
            if tag in ("VERB", "AUX"):
                mine = token.morph.to_dict()
                sizes["verb features"] += 1
                hits["verb features"] += all(mine.get(name) == features.get(name) for name in VERB_FEATURES)
                pair = (mine.get("Mood") == "Sub", features.get("Mood") == "Sub")
                hits["subjunctive F1"] += 2 * (pair == (True, True))
                sizes["subjunctive F1"] += sum(pair)
    return {name: hits[name] / size for name, size in sizes.items()}


def score_entities(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """F1 for each kind of entity."""
    hits: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for sentence in sentences:
        assert sentence.entities
        gold = spans(list(sentence.entities))
        mine = {(entity.start, entity.end, entity.label_) for entity in analyse(nlp, sentence).ents}
        hits.update(kind for _, _, kind in gold & mine)
        sizes.update(kind for _, _, kind in [*gold, *mine])
    return {kind: 2 * hits[kind] / size for kind, size in sorted(sizes.items())}


def evaluate(folder: Path, trees: list[Sentence], entities: list[Sentence]) -> dict[str, float]:
    """All figures of the files in a folder."""
    nlp = pipeline_over(folder)
    return score_treebank(nlp, trees) | score_entities(nlp, entities)
