"""CoNLL-U files read as surface words: the words a newspaper prints and a tokenizer yields."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.sentences import Sentence

FEATURES = (
    "Mood",
    "Tense",
    "VerbForm",
    "Person",
    "Number",
    "Case",
    "Gender",
    "Degree",
    "Definite",
    "PronType",
    "Poss",
    "Reflex",
    "Polarity",
    "NumType",
    "Foreign",
)
COMPARING = {"als": "ADP", "wie": "CCONJ"}  # before a noun phrase, as GSD tags them
RELATIVE_XPOS = {"PRELS", "PRELAT"}
VERB_FORM_OF_XPOS = {"VBC": "Fin", "VBN": "Part", "VB": "Inf"}  # the XPOS of the PUD treebank


@dataclass
class Row:
    """One syntactic word of a file; head is 1-based as in the file, 0 for the root."""

    form: str
    lemma: str
    tag: str
    xpos: str
    features: dict[str, str]
    head: int
    relation: str
    space: bool


@dataclass
class Token:
    """One surface word; head is 0-based, its own index for the root."""

    form: str
    lemma: str | None
    row: Row
    head: int
    space: bool
    parts: list[int]  # indices of the rows it was made of


def read_rows(path: Path) -> Iterator[tuple[list[Row], list[tuple[int, int, str, bool]]]]:
    """Each sentence's rows and its multiword ranges (first, last, form, space), numbers 1-based."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        rows: list[Row] = []
        ranges: list[tuple[int, int, str, bool]] = []
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield rows, ranges
                rows, ranges = [], []
            elif not line.startswith("#"):
                cells = line.split("\t")
                space = "SpaceAfter=No" not in cells[9]
                if "-" in cells[0]:
                    first, last = cells[0].split("-")
                    ranges.append((int(first), int(last), cells[1], space))
                elif cells[0].isdigit():
                    features = dict(pair.split("=", 1) for pair in cells[5].split("|") if "=" in pair)
                    rows.append(Row(cells[1], cells[2], cells[3], cells[4], features, int(cells[6]), cells[7], space))
        if rows:
            yield rows, ranges


def merge_ranges(rows: list[Row], ranges: list[tuple[int, int, str, bool]]) -> list[Token]:
    """Surface words: a multiword token takes the analysis of its first part whose head lies outside it ("im": "in")."""
    range_of = {number: one for one in ranges for number in range(one[0], one[1] + 1)}
    tokens: list[Token] = []
    index_of: dict[int, int] = {0: -1}
    for number, row in enumerate(rows, 1):
        if number not in range_of:
            tokens.append(Token(row.form, row.lemma, row, row.head, row.space, [number - 1]))
        else:
            first, last, form, space = range_of[number]
            if number == first:
                parts = rows[first - 1 : last]
                outer = next((part for part in parts if not first <= part.head <= last), parts[0])
                lemma = outer.lemma if outer is parts[0] else None
                tokens.append(Token(form, lemma, outer, outer.head, space, list(range(first - 1, last))))
        index_of[number] = len(tokens) - 1
    for index, token in enumerate(tokens):
        token.head = index_of[token.head] if token.head else index
    return tokens


def merge_hyphenated(tokens: list[Token]) -> list[Token]:
    """Compounds that the treebanks spell apart ("Panzer", "-", "Motor") as one word, analysed as its last part."""
    last_part = list(range(len(tokens)))
    for last in range(2, len(tokens)):
        first = last
        while (
            first >= 2
            and tokens[first - 1].form == "-"
            and tokens[first - 2].row.relation.startswith("compound")
            and first <= tokens[first - 2].head <= last
        ):
            first -= 2
        for index in range(first, last):
            last_part[index] = last
    groups: dict[int, list[int]] = {}
    for index, last in enumerate(last_part):
        while last_part[last] != last:
            last = last_part[last]
        groups.setdefault(last, []).append(index)
    new_index = {index: new for new, last in enumerate(sorted(groups)) for index in groups[last]}
    merged = []
    for last in sorted(groups):
        members, token = groups[last], tokens[last]
        prefix = "".join(tokens[index].form for index in members[:-1])
        lemma = None if token.lemma is None else prefix + token.lemma
        merged.append(
            Token(
                prefix + token.form,
                lemma,
                token.row,
                new_index[token.head],
                token.space,
                [part for index in members for part in tokens[index].parts],
            )
        )
    return merged


def normal_features(row: Row, style: str) -> dict[str, str]:
    """The features kept, with PUD's verb forms made like GSD's: VerbForm from XPOS, participles without tense."""
    kept = {name: value for name, value in row.features.items() if name in FEATURES}
    if row.tag in ("VERB", "AUX"):
        if style == "de_pud" and row.xpos in VERB_FORM_OF_XPOS:
            kept["VerbForm"] = VERB_FORM_OF_XPOS[row.xpos]
        elif "VerbForm" not in kept and "Mood" in kept:
            kept["VerbForm"] = "Fin"  # GSD leaves it out of some auxiliaries
    if kept.get("VerbForm") in ("Part", "Inf"):
        for name in ("Tense", "Mood", "Person"):
            kept.pop(name, None)
    return kept


def has_relative_pronoun(tokens: list[Token], index: int) -> bool:
    """Whether the clause headed by a token has a relative pronoun below its verb."""
    for token in tokens:
        if token.row.xpos in RELATIVE_XPOS:
            head = token.head
            for _ in range(3):
                if head == index:
                    return True
                head = tokens[head].head
    return False


def relation_of(tokens: list[Token], index: int) -> str:
    """A token's relation, with GSD's habits made like PUD's.

    "als" and "wie" before a noun phrase are "case", which PUD calls "cc". Relative clauses are told apart from other
    clauses at nouns; articles that begin a sentence are "det", which half of GSD calls "dep".
    """
    relation = tokens[index].row.relation
    if relation == "cc" and tokens[index].form in COMPARING:
        return "case"
    if relation == "dep" and tokens[index].row.tag == "DET":
        return "det"
    if relation == "acl" and has_relative_pronoun(tokens, index):
        return "acl:relcl"
    return relation


def tag_of(token: Token) -> str:
    """A German token's tag; "als" and "wie" before a noun phrase as GSD has them."""
    compares = token.form in COMPARING and token.row.relation in ("cc", "case")
    return COMPARING[token.form] if compares else token.row.tag


def read_treebank(path: Path, style: str, entities: dict[tuple[str, ...], list[str]] | None = None) -> list[Sentence]:
    """A treebank's sentences; morphology and lemmas are taken from German ones only.

    Args:
        entities: BIO tags of sentences by their syntactic words; other sentences stay without.
    """
    german = style.startswith("de_")
    sentences = []
    for rows, ranges in read_rows(path):
        tokens = merge_hyphenated(merge_ranges(rows, ranges)) if german else merge_ranges(rows, ranges)
        given = (entities or {}).get(tuple(row.form for row in rows))
        sentences.append(
            Sentence(
                words=tuple(token.form for token in tokens),
                spaces=tuple(token.space for token in tokens),
                style=style,
                tags=tuple(tag_of(token) if german else token.row.tag for token in tokens),
                heads=tuple(token.head for token in tokens),
                relations=tuple(
                    relation_of(tokens, index) if german else token.row.relation for index, token in enumerate(tokens)
                ),
                features=tuple(normal_features(token.row, style) for token in tokens) if german else None,
                lemmas=tuple(token.lemma for token in tokens) if german else None,
                entities=None if given is None else merge_entities(tokens, given),
                partial_entities=given is not None,
            )
        )
    return sentences


def merge_entities(tokens: list[Token], tags: list[str]) -> tuple[str, ...]:
    """BIO tags carried from syntactic to surface words; a compound is in an entity when its last part is."""
    merged, previous = [], ""
    for token in tokens:
        kind = tags[token.parts[-1]][2:]
        fresh = any(tags[part].startswith("B-") for part in token.parts)
        merged.append(f"{'B' if fresh or kind != previous else 'I'}-{kind}" if kind else "O")
        previous = kind
    return tuple(merged)
