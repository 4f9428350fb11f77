"""Files to articles: header, teaser, encodings, line ends, and what is no article."""

import os
from pathlib import Path

import pytest

from kg.errors import ArticleError, UsageError
from kg.ingest import Source, find_sources, read_article
from kg.ingest.files import MAX_BYTES


def read(folder: Path, content: bytes | str, name: str = "a.txt"):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_article(Source(path, name))


@pytest.mark.parametrize(
    ("content", "date", "title", "body"),
    [
        pytest.param("Ein Satz.", None, None, "Ein Satz.", id="plain"),
        pytest.param(
            "date 2022-01-26\ntitle Der Titel\n\nEin Satz.\n", "2022-01-26", "Der Titel", "Ein Satz.", id="full"
        ),
        pytest.param("title Nur Titel\n\nEin Satz.", None, "Nur Titel", "Ein Satz.", id="title-only"),
        pytest.param("date 2022\nEin Satz.", "2022", None, "Ein Satz.", id="year"),
        pytest.param("\n\n  date 2022-01\n\nEin Satz.", "2022-01", None, "Ein Satz.", id="leading-blank-lines"),
        pytest.param(
            "date 2022-01 A sagt B.\n\nA sagt B. C schweigt.",
            "2022-01",
            None,
            "A sagt B. C schweigt.",
            id="teaser-repeated",
        ),
        pytest.param(
            "date 2022-01 A sagt B.\n\nC schweigt.", "2022-01", None, "A sagt B.\n\nC schweigt.", id="teaser-kept"
        ),
        pytest.param("date 2022-01 A sagt B.\n", "2022-01", None, "A sagt B.", id="teaser-alone"),
        pytest.param(
            "date 2022-01 A sagt\n\nA sagte B.", "2022-01", None, "A sagt\n\nA sagte B.", id="teaser-half-a-word"
        ),
        pytest.param("Eins.\r\n\r\nZwei.\rDrei.", None, None, "Eins.\n\nZwei.\nDrei.", id="line-ends"),
        pytest.param("Eins.\u2028Zwei.\x0cDrei.", None, None, "Eins.\u2028Zwei.\x0cDrei.", id="other-separators-kept"),
        pytest.param("Date night in Berlin.", None, None, "Date night in Berlin.", id="no-header"),
        pytest.param("date palms wachsen hier.", None, None, "date palms wachsen hier.", id="date-without-number"),
    ],
)
def test_read_article_header(tmp_path, content, date, title, body):
    article = read(tmp_path, content)
    assert (article.date, article.title, article.body) == (date, title, body)
    assert article.doubts == ()


@pytest.mark.parametrize("written", ["2022-13", "2022-02-30", "2022-1", "22-01-01", "0000", "2022-00-00"])
def test_read_article_impossible_date_is_built_undated(tmp_path, written):
    article = read(tmp_path, f"date {written}\n\nEin Satz.")
    assert article.date is None
    assert article.body == "Ein Satz."
    assert written in article.doubts[0]


GERMAN = "Müller über „Größe“: Die Straße wäre schön, sagte er – für 5 €."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_read_article_encodings(tmp_path, encoding):
    article = read(tmp_path, GERMAN.encode(encoding))
    assert (article.body, article.doubts) == (GERMAN, ())


def test_read_article_latin_1(tmp_path):
    text = "Müller über Größe: Die Straße wäre schön, sagte er."
    assert read(tmp_path, text.encode("latin-1")).body == text


def test_read_article_damaged_utf_8_is_a_doubt(tmp_path):
    article = read(tmp_path, (GERMAN * 3).encode().replace("ß".encode(), b"\xff", 1))
    assert article.body.count("\N{REPLACEMENT CHARACTER}") == 1
    assert "broken" in article.doubts[0]


def test_read_article_other_language_is_a_doubt(tmp_path):
    article = read(
        tmp_path, "The minister said on Monday that the government would not accept the proposal of the union."
    )
    assert article.language == "en"
    assert "another language (en)" in article.doubts[0]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no text"),
        (b" \n\n ", "has no text"),
        (b"date 2022-01-01\ntitle X\n", "has no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary"),
        (b"Ein Satz." + b"x" * MAX_BYTES, "too large"),
    ],
    ids=["empty", "white-space", "header-only", "binary", "too-large"],
)
def test_read_article_rejects(tmp_path, content, message):
    with pytest.raises(ArticleError, match=message) as error:
        read(tmp_path, content)
    assert str(tmp_path / "a.txt") in str(error.value)


def test_read_article_broken_link_is_an_article_error(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    (source,) = find_sources([tmp_path]).sources
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article(source)


def test_find_sources_is_recursive_and_sorted(tmp_path):
    for name in ["b.txt", "a/z.txt", "a/B.TXT", "README.md", "a/.DS_Store"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_sources([tmp_path])
    assert [s.name for s in found.sources] == ["a/B.TXT", "a/z.txt", "b.txt"]
    assert [p.name for p in found.skipped] == ["README.md", ".DS_Store"]


def test_find_sources_takes_the_same_file_once(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    assert len(find_sources([tmp_path, tmp_path / "a.txt"]).sources) == 1


@pytest.mark.parametrize(("name", "message"), [("nowhere", "no such file"), ("x.pdf", "not a kind of file")])
def test_find_sources_rejects_named_input(tmp_path, name, message):
    (tmp_path / "x.pdf").write_text("x")
    with pytest.raises(UsageError, match=message):
        find_sources([tmp_path / name])


def test_find_sources_rejects_two_files_of_one_name(tmp_path):
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("x")
    with pytest.raises(UsageError, match="same name"):
        find_sources([tmp_path / "a", tmp_path / "b"])


def test_find_sources_names_a_file_whose_name_is_no_utf_8(tmp_path):
    (tmp_path / os.fsdecode(b"m\xfcller.txt")).write_text("x")
    (source,) = find_sources([tmp_path]).sources
    assert source.name == "m\N{REPLACEMENT CHARACTER}ller.txt"
    assert read_article(source).body == "x"
