"""Treebanks read as surface words, entities carried along."""

from pathlib import Path

from training.conllu import read_treebank
from training.entities import read_germeval, read_uner

ROWS = [
    ("1", "Der", "der", "DET", "DT", "Case=Nom", "4", "det", "_"),
    ("2", "US", "US", "PROPN", "NNP", "_", "4", "compound", "SpaceAfter=No"),
    ("3", "-", "-", "PUNCT", "HYPH", "_", "2", "punct", "SpaceAfter=No"),
    ("4", "Minister", "Minister", "NOUN", "NN", "Case=Nom", "8", "nsubj", "_"),
    ("5-6", "im", "_", "_", "_", "_", "_", "_", "_"),
    ("5", "in", "in", "ADP", "IN", "_", "7", "case", "_"),
    ("6", "dem", "der", "DET", "DT", "Case=Dat", "7", "det", "_"),
    ("7", "Amt", "Amt", "NOUN", "NN", "Case=Dat", "4", "nmod", "_"),
    ("8", "sprach", "sprechen", "VERB", "VBC", "Mood=Ind|Tense=Past", "0", "root", "_"),
    ("9", "gelassen", "lassen", "VERB", "VBN", "Tense=Past|VerbForm=Part", "8", "advcl", "SpaceAfter=No"),
    ("10", ".", ".", "PUNCT", ".", "_", "8", "punct", "_"),
]


def write_rows(path: Path) -> Path:
    """A file with the one sentence above."""
    lines = [[*row[:6], *row[6:8], "_", row[8]] for row in ROWS]
    path.write_text("# text = x\n" + "\n".join("\t".join(line) for line in lines) + "\n\n", encoding="utf8")
    return path


def test_read_treebank_gives_surface_words(tmp_path: Path) -> None:
    (sentence,) = read_treebank(write_rows(tmp_path / "x.conllu"), "de_pud")
    assert sentence.words == ("Der", "US-Minister", "im", "Amt", "sprach", "gelassen", ".")
    assert sentence.heads == (1, 4, 3, 1, 4, 4, 4)
    assert sentence.relations == ("det", "nsubj", "case", "nmod", "root", "advcl", "punct")
    assert sentence.lemmas is not None
    assert sentence.lemmas[1:3] == ("US-Minister", "in")
    assert sentence.spaces == (True, True, True, True, True, False, True)


def test_read_treebank_makes_verb_forms_alike(tmp_path: Path) -> None:
    (sentence,) = read_treebank(write_rows(tmp_path / "x.conllu"), "de_pud")
    assert sentence.features is not None
    assert sentence.features[4] == {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
    assert sentence.features[5] == {"VerbForm": "Part"}


def test_read_treebank_takes_parse_only_from_related_languages(tmp_path: Path) -> None:
    (sentence,) = read_treebank(write_rows(tmp_path / "x.conllu"), "nl_alpino")
    assert sentence.features is None
    assert sentence.lemmas is None
    assert "US" in sentence.words


def test_entities_are_carried_to_surface_words(tmp_path: Path) -> None:
    words = [row[1] for row in ROWS if "-" not in row[0]]
    tags = ["O", "B-ORG", "O", "O", "O", "O", "B-LOC", "O", "O", "O"]
    lines = [f"{number}\t{word}\t{tag}\t-\t-" for number, (word, tag) in enumerate(zip(words, tags, strict=True), 1)]
    (tmp_path / "x.iob2").write_text("# x\n" + "\n".join(lines) + "\n\n", encoding="utf8")
    uner = read_uner(tmp_path / "x.iob2")
    (sentence,) = read_treebank(write_rows(tmp_path / "x.conllu"), "de_pud", uner)
    assert sentence.entities == ("O", "O", "O", "B-LOC", "O", "O", "O")
    assert sentence.partial_entities


def test_read_germeval_leaves_out_derivations_and_parts(tmp_path: Path) -> None:
    rows = [("Die", "O"), ("deutsche", "B-LOCderiv"), ("SPD-Spitze", "B-ORGpart"), ("in", "O"), ("Bad", "B-LOC"),
            ("Ems", "I-LOC"), ("las", "O"), ("Faust", "B-OTH"), (".", "O")]  # fmt: skip
    lines = [f"{number}\t{word}\t{tag}\tO" for number, (word, tag) in enumerate(rows, 1)]
    (tmp_path / "x.tsv").write_text("#\tx\n" + "\n".join(lines) + "\n\n", encoding="utf8")
    (sentence,) = read_germeval(tmp_path / "x.tsv")
    assert sentence.entities == ("O", "O", "O", "O", "B-LOC", "I-LOC", "O", "B-MISC", "O")
    assert sentence.spaces[-2:] == (False, True)
