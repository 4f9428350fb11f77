"""`kg explain` as a user runs it: what is printed, in which form, and what bad files do to it."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

HARBOUR = """date 2022-01-27
title Streit um den Hafen

Die Ministerin Erika Muster warf Nordland am Mittwoch vor, das Abkommen über den Hafen gebrochen zu haben.

„Wir werden das nicht hinnehmen“, sagte sie. Am 3. Februar 2022 tritt der Beirat zusammen.
"""
ESCAPE = "\x1b"


def run(*arguments: object, colours: bool = False, width: int | None = None):
    wanted = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "NO_COLOR": ""} if colours else {}
    size = {"COLUMNS": str(width)} if width else {}
    return CliRunner().invoke(app, ["explain", *map(str, arguments)], env={**wanted, **size})


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "hafen.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("harbour") / "hafen.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    result = run(path)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_explain_marks_the_text_in_brackets(printed: str) -> None:
    marked = printed.splitlines()[3]
    assert re.match(
        r"\[frame q1: \[speaker q1: Die Ministerin \[source s1: Erika Muster\]\] \[cue q1, against s1", marked
    )
    assert "[quote q1: das Abkommen über den Hafen gebrochen zu haben]" in marked
    assert "[time t1: Mittwoch]" in marked


def test_explain_keeps_the_article_between_its_marks(printed: str) -> None:
    bare = re.sub(r"\[(?:…?[a-z]+(?: [a-z]\d+)+(?:, )?)+: |\]", "", printed)
    for line in HARBOUR.splitlines()[3:]:
        assert line in bare


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param("hafen.txt · 2022-01-27 · 2 quotations, 2 stances,", id="heading"),
        pytest.param("q1  Erika Muster says to Nordland\n", id="who-to-whom"),
        pytest.param("Indirect · 2022-01-27 · confidence 0.", id="type-date-confidence"),
        pytest.param("rule verb + infinitive · cue warf … vor", id="rule-and-cue"),
        pytest.param("lexicon reporting_verbs: vorwerfen (accusation; content: ", id="entry-of-quotation"),
        pytest.param("speaker “sie”", id="words-behind-the-speaker"),
        pytest.param("s1  Erika Muster opposes Nordland\n", id="stance"),
        pytest.param("Accuse · Actual · 2022-01-27", id="act-and-status"),
        pytest.param("lexicon acts_verbs: vorwerfen (Accuse; source: subj; target: dat)", id="entry-of-stance"),
        pytest.param("2022-02-03 (t2) · Planned · trigger “", id="event"),
        pytest.param("t1  “Mittwoch” = 2022-01-26\n      DATE · rule weekday", id="time"),
    ],
)
def test_explain_says_what_was_found(printed: str, expected: str) -> None:
    assert expected in printed


def test_explain_lists_statements_below_the_paragraph_where_they_begin(printed: str) -> None:
    assert printed.index("  q1  ") < printed.index("[quote q2: ") < printed.index("  q2  ")


def test_explain_elsewhere_than_on_a_terminal_has_no_colours_and_whole_lines(printed: str) -> None:
    assert ESCAPE not in printed
    assert max(map(len, printed.splitlines())) > 150


def test_explain_on_a_terminal_has_colours_and_its_width(harbour: Path) -> None:
    output = run(harbour, colours=True, width=60).stdout
    assert f"{ESCAPE}[1;34mDie Ministerin" in output
    assert "[speaker" not in output
    plain = re.sub(r"\x1b\[[\d;]*m", "", output)
    assert max(map(len, plain.splitlines())) <= 60
    assert "[q1]das Abkommen" in " ".join(plain.split())


def test_explain_respects_no_color(harbour: Path) -> None:
    env = {"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "60"}
    output = CliRunner().invoke(app, ["explain", str(harbour)], env=env).stdout
    assert "[speaker q1: " in " ".join(output.split())
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", output)


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [(["times"], {"t"}), (["stances"], {"s"}), (["events", "quotations"], {"q", "e"})],
)
def test_explain_only_some_kinds(harbour: Path, kinds: list[str], shown: set[str]) -> None:
    output = run(harbour, *(argument for kind in kinds for argument in ("--only", kind))).stdout
    assert set(re.findall(r"^ +([a-z])\d+  ", output, re.MULTILINE)) == shown
    assert {
        label for group in re.findall(r"\[[a-z ,0-9]+: ", output) for label in re.findall(r" ([a-z])\d", group)
    } == shown


def test_explain_only_refuses_other_words(harbour: Path) -> None:
    result = run(harbour, "--only", "quotes")
    assert result.exit_code == 2
    assert "quotations" in result.output


def test_explain_prints_nothing_that_a_terminal_would_obey(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Der Minister sagte, die \x1b[2J Lage sei\x07 ernst.", encoding="utf-8")
    output = run(path).stdout
    assert ESCAPE not in output
    assert "\x07" not in output


def test_explain_goes_on_beside_bad_files(harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "undated.txt").write_text("date 2022-13\n\nDer Rat tagte.", encoding="utf-8")
    result = run(tmp_path / "empty.txt", tmp_path / "undated.txt", harbour)
    assert result.exit_code == 3, result.output
    assert re.search(r"not explained: .*empty\.txt: has no text\. Put the article's text", result.stderr)
    assert re.search(r"doubtful: .*undated\.txt: the date '2022-13' is impossible", result.stderr)
    assert result.stdout.index("undated.txt · undated") < result.stdout.index("hafen.txt · 2022-01-27")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("nowhere.txt", None, "no such file or folder"),
        ("x.pdf", b"x", "not a kind of file that kg reads (txt)"),
        ("empty.txt", b"", "No article could be explained."),
    ],
)
def test_explain_nothing_to_explain_is_exit_2(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = run(tmp_path / name, "--html", tmp_path / "page.html")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "page.html").exists()


def test_explain_takes_files_of_one_name_and_each_once(harbour: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "hafen.txt"
    other.parent.mkdir()
    other.write_text("Der Rat tagte am Montag.", encoding="utf-8")
    result = run(other, harbour, harbour)
    assert result.exit_code == 0, result.output
    assert re.findall(r"^hafen\.txt · (\S+)", result.stdout, re.MULTILINE) == ["undated", "2022-01-27"]


def test_explain_writes_a_page_instead_of_printing(harbour: Path, tmp_path: Path) -> None:
    pages = [tmp_path / "new" / "a.html", tmp_path / "b.html"]
    for page in pages:
        result = run(harbour, "--html", page)
        assert result.exit_code == 0, result.output
        assert result.stdout == f"wrote {page}\n"
    assert pages[0].read_bytes() == pages[1].read_bytes()
    assert "Erika Muster says to Nordland" in pages[0].read_text(encoding="utf-8")
    assert not list(tmp_path.glob(".*.tmp"))


def test_explain_does_not_overwrite_an_article(harbour: Path) -> None:
    result = run(harbour, "--html", harbour)
    assert result.exit_code == 2
    assert "Name another file" in result.stderr
    assert harbour.read_text(encoding="utf-8") == HARBOUR
