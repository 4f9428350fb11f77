"""The spaCy component that annotates a document with the shipped network: tags, morphology, parse, lemmas, entities."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span

from kg.language.entities import agree_on_kinds, best_tags, spans_of, transitions
from kg.language.lemmas import Lemmatizer
from kg.language.morphology import VERBAL, FeatureDecoder
from kg.language.network import Network, Readings
from kg.language.roles import settle_roles
from kg.language.separable import PARTICLE
from kg.language.subjunctive import Form, reading_of, with_mood
from kg.language.tree import best_tree
from kg.language.verb_features import FIRST_PERSONS, settle, settle_nonfinite
from kg.language.windows import Window, batches, windows_of

MODEL = Path(__file__).with_name("model")
ROOT = "ROOT"  # as spaCy writes UD's "root"
PART_OF_LONG_SENTENCE = "parataxis"
SPACE_RELATION = "dep"
PASSIVE = "aux:pass"
INFINITIVE_MARK = "zu"
SPACE_TAG = "_SP"


@dataclass
class Columns:
    """Words of a document and their annotation, one entry for a token."""

    words: list[str]
    tags: list[str]
    features: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    entities: list[tuple[int, int, str]]


class Analyser:
    """Annotates documents; what it says of one depends on nothing but that document.

    Args:
        threads: how many documents of a stream are read at the same time, one core for each.
        folder: the shipped files.
    """

    def __init__(self, threads: int = 1, folder: Path = MODEL) -> None:
        self.threads = threads
        self.folder = folder

    @cached_property
    def network(self) -> Network:
        """The network, opened when first used."""
        return Network(self.folder)

    @cached_property
    def lemmatizer(self) -> Lemmatizer:
        """The lemmas of known forms and the scripts of others."""
        return Lemmatizer(self.folder / "lemmas.tsv", self.network.inventory.scripts)

    @cached_property
    def entity_rules(self) -> tuple[np.ndarray, np.ndarray]:
        """What follows what in entity tags, and what may come first."""
        tags = self.network.inventory.entities
        table = transitions(tags)
        return table, table[tags.index("O")]

    @cached_property
    def feature_decoder(self) -> FeatureDecoder:
        """The combinations of features that each tag can have."""
        return FeatureDecoder(self.network.inventory.features, self.network.inventory.bundles)

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            write(doc, self.annotate(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Annotate documents in their order; the network reads the next ones while Python works on the last."""
        if self.threads == 1:
            yield from map(self, stream)
            return
        # Made before the threads ask for them.
        _ = self.network, self.lemmatizer.word_lists, self.entity_rules, self.feature_decoder
        under_way: deque[tuple[Doc, Future[Columns]]] = deque()
        with ThreadPoolExecutor(self.threads) as pool:
            for doc in stream:
                under_way.append((doc, pool.submit(self.annotate, doc)))
                if len(under_way) > self.threads:
                    yield finished(*under_way.popleft())
            while under_way:
                yield finished(*under_way.popleft())

    def annotate(self, doc: Doc) -> Columns:
        """The annotation of a document, whatever it holds."""
        words = [token.text for token in doc]
        size = len(words)
        columns = Columns(words, [""] * size, [""] * size, list(words), list(range(size)), [""] * size, [])
        sentences = [[token.i for token in sentence if not token.is_space] for sentence in doc.sents]
        parts = [self.windows(doc, words, sentence) for sentence in sentences if sentence]
        readings: dict[int, Readings] = {}
        for batch in batches([window for windows in parts for window in windows]):
            for window, reading in zip(batch, self.network.read(batch), strict=True):
                readings[window.words[0]] = reading
        for windows in parts:
            self.write_sentence(columns, words, windows, readings)
        self.label_arcs(columns, parts, readings)
        close_brackets(columns)
        settle_verbs(columns, words)
        surfaces = [doc[start:end].text for start, end, _ in columns.entities]
        columns.entities = agree_on_kinds(columns.entities, surfaces)
        attach_spaces(columns, doc)
        return columns

    def windows(self, doc: Doc, words: list[str], sentence: list[int]) -> list[Window]:
        """A sentence's windows; a word's spelling begins with the mark of a space where one stands before it."""
        spaced = [
            index == sentence[0] or bool(doc[index - 1].whitespace_) or doc[index - 1].is_space for index in sentence
        ]
        return windows_of(
            sentence,
            [words[index] for index in sentence],
            spaced,
            self.network.segmenter,
            self.network.inventory.window,
        )

    def write_sentence(
        self, columns: Columns, words: list[str], windows: list[Window], readings: dict[int, Readings]
    ) -> None:
        """Tags, features, lemmas, heads and entities of one sentence."""
        inventory = self.network.inventory
        table, starts = self.entity_rules
        root = -1
        for window in windows:
            reading = readings[window.words[0]]
            heads = best_tree(reading.arcs)
            named = [inventory.entities[number] for number in best_tags(reading.entities, table, starts)]
            tags = [inventory.tags[number] for number in reading.tags]
            features = self.feature_decoder.decode(tags, reading.features)
            for start, end, kind in spans_of(named):
                columns.entities.append((window.words[start], window.words[end - 1] + 1, kind))
            for place, index in enumerate(window.words):
                tag = tags[place]
                columns.tags[index] = tag
                columns.features[index] = features[place]
                columns.lemmas[index] = self.lemmatizer.lemma(words[index], tag, int(reading.lemmas[place]))
                head = int(heads[place])
                if head:
                    columns.heads[index] = window.words[head - 1]
                elif root < 0:
                    root = index
                else:
                    columns.heads[index] = root

    def label_arcs(self, columns: Columns, parts: list[list[Window]], readings: dict[int, Readings]) -> None:
        """Relations of all arcs of the document."""
        relations = self.network.inventory.relations
        root = relations.index("root")
        indices, dependents, heads = [], [], []
        for windows in parts:
            for window in windows:
                reading = readings[window.words[0]]
                places = {index: place for place, index in enumerate(window.words, 1)}
                for place, index in enumerate(window.words):
                    head = columns.heads[index]
                    if head == index:
                        columns.relations[index] = ROOT
                    elif head not in places:
                        columns.relations[index] = PART_OF_LONG_SENTENCE
                    else:
                        indices.append(index)
                        dependents.append(reading.label_dependent[place])
                        heads.append(reading.label_head[places[head]])
        if indices:
            scores = self.network.label(np.stack(dependents), np.stack(heads))
            scores[:, root] = -np.inf
            # Half of GSD calls the article that begins a sentence "dep".
            articles = np.array([columns.tags[index] == "DET" for index in indices])
            scores[articles, relations.index("dep")] = -np.inf
            for index, best in zip(indices, scores.argmax(axis=1), strict=True):
                columns.relations[index] = relations[best]
            settle_roles(columns, indices, scores, relations)

    def to_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Nothing to write: the weights are part of the package."""

    def from_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> "Analyser":
        """Nothing to read."""
        return self

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """Nothing to write."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> "Analyser":
        """Nothing to read."""
        return self


def finished(doc: Doc, columns: "Future[Columns]") -> Doc:
    """The document with the annotation that was made of it elsewhere."""
    if len(doc):
        write(doc, columns.result())
    return doc


def close_brackets(columns: Columns) -> None:
    """What stands between a verb and its separated prefix hangs on nothing behind the prefix.

    In "warf Hoffmann vor, die Gemeinden im Stich zu lassen" Hoffmann is no object of the infinitive.
    """
    heads = columns.heads
    for index, relation in enumerate(columns.relations):
        if relation == PARTICLE and heads[index] < index:
            for inner in range(heads[index] + 1, index):
                if heads[inner] > index and not is_above(heads, inner, heads[index]):
                    heads[inner] = heads[index]


def is_above(heads: list[int], word: int, other: int) -> bool:
    """Whether a word is the other or governs it, directly or not."""
    while other != word and heads[other] != other:
        other = heads[other]
    return other == word


def settle_verbs(columns: Columns, words: list[str]) -> None:
    """Correct verbs' features by form and subject.

    A form such as "habe" is a Konjunktiv I unless the subject of its clause is "ich".
    """
    subjects = {
        columns.heads[index]: index for index, relation in enumerate(columns.relations) if relation.startswith("nsubj")
    }
    auxiliaries: dict[int, list[tuple[str, bool]]] = {}
    marked = set()
    for index, relation in enumerate(columns.relations):
        if relation.startswith("aux"):
            # "wurde" and "worden" are never the future's "werden".
            passive = relation == PASSIVE or words[index].lower().startswith(("wurd", "worden"))
            pair = (columns.lemmas[index], passive)
            auxiliaries.setdefault(columns.heads[index], []).append(pair)
        elif columns.tags[index] == "PART" and words[index].lower() == INFINITIVE_MARK:
            marked.add(columns.heads[index])
    for index, tag in enumerate(columns.tags):
        if tag not in VERBAL:
            continue
        word, lemma = words[index], columns.lemmas[index]
        columns.features[index] = settle_nonfinite(
            word, lemma, columns.features[index], auxiliaries.get(index, []), index in marked
        )
        found = subject_of(columns, index, subjects)
        subject = None if found is None else words[found]
        form = reading_of(word, lemma)
        if form is Form.PRESENT and subject is not None and subject.lower() == "ich" and lemma != "sein":
            columns.features[index] = "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"
        elif form is not Form.PRESENT or (subject is not None and subject.lower() not in FIRST_PERSONS):
            number = "Plur" if word.lower() == "seien" else "Sing"
            columns.features[index] = with_mood(columns.features[index], form, number)
        columns.features[index] = settle(word, lemma, columns.features[index], subject, is_own(columns, index, found))


def is_own(columns: Columns, index: int, subject: int | None) -> bool:
    """Whether a subject is that of the verb's own clause."""
    return subject is not None and columns.heads[subject] in (index, main_verb(columns, index))


def main_verb(columns: Columns, index: int) -> int:
    """The word that a finite verb makes a clause of: of an auxiliary or copula its head, else itself."""
    return columns.heads[index] if columns.relations[index].split(":")[0] in ("aux", "cop") else index


def subject_of(columns: Columns, index: int, subjects: dict[int, int]) -> int | None:
    """The subject of a verb's clause, or of the clause that it is joined to.

    Args:
        subjects: the subject of each word that has one.
    """
    verb = main_verb(columns, index)
    while verb not in subjects and columns.relations[verb] == "conj":
        verb = columns.heads[verb]
    return subjects.get(verb, subjects.get(index))


def attach_spaces(columns: Columns, doc: Doc) -> None:
    """White space hangs on the word before it, at a document's start on the first word."""
    host = next((token.i for token in doc if not token.is_space), 0)
    for token in doc:
        if not token.is_space:
            host = token.i
            continue
        columns.tags[token.i] = "SPACE"
        columns.heads[token.i] = host
        columns.relations[token.i] = SPACE_RELATION if host != token.i else ROOT


def write(doc: Doc, columns: Columns) -> None:
    """Put the annotation into the document; sentences follow from the roots."""
    vocab = doc.vocab
    number = vocab.strings.add
    table: Any = np.zeros((len(doc), 6), dtype=np.uint64)
    table[:, 0] = [IDS[tag] for tag in columns.tags]
    table[:, 1] = [number(SPACE_TAG if tag == "SPACE" else tag) for tag in columns.tags]
    table[:, 2] = [vocab.morphology.add(features) for features in columns.features]
    table[:, 3] = [number(lemma) for lemma in columns.lemmas]
    offsets = np.array(columns.heads, dtype=np.int64) - np.arange(len(doc))
    table[:, 4] = offsets.astype(np.uint64)
    table[:, 5] = [number(relation) for relation in columns.relations]
    doc.from_array([POS, TAG, MORPH, LEMMA, HEAD, DEP], table)
    doc.set_ents([Span(doc, start, end, label=kind) for start, end, kind in columns.entities], default="outside")


@Language.factory(
    "kg_analyser",
    default_config={"threads": 1},
    assigns=[
        "token.pos",
        "token.tag",
        "token.morph",
        "token.lemma",
        "token.head",
        "token.dep",
        "doc.ents",
        "doc.sents",
    ],
)
def create_analyser(nlp: Language, name: str, threads: int) -> Analyser:
    """The factory of the pipeline's component."""
    return Analyser(threads)
