"""`kg diff` compares what graphs say, not how they number it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from typer.testing import CliRunner

from kg.cli import app
from kg.facts import (
    Act,
    Actor,
    ActorKind,
    Article,
    Facts,
    Mention,
    MentionKind,
    Polarity,
    Quotation,
    QuotationKind,
    Span,
    Stance,
    Status,
)
from kg.graph.build import Run, to_graph
from kg.graph.contents import read_contents
from kg.graph.diff import How, Kind, compare
from kg.graph.store import write_turtle
from kg.graph.vocab import BASE_IRI
from kg.resolve import resolve_actors

Edit = Callable[[str], Path]
OtherText = Callable[[Callable[[str], str]], Path]
run = CliRunner().invoke


def replace(subject: str, name: str, value: str) -> str:
    return f"DELETE {{ {subject} {name} ?old }} INSERT {{ {subject} {name} {value} }} WHERE {{ {subject} {name} ?old }}"


def test_graph_does_not_differ_from_itself(harbour: Path) -> None:
    result = run(app, ["diff", str(harbour), str(harbour)])
    assert (result.exit_code, result.stdout) == (0, "no difference in 2 articles\n")


RENUMBERED: dict[str, Callable[[str], str]] = {
    "actor-with-a-number": lambda text: text.replace("actor:anna-brandt", "actor:anna-brandt-2"),
    "other-base": lambda text: text.replace("https://example.org/kg/a", "https://example.com/news/a"),
    "other-statement-iris": lambda text: re.sub(r"statement:(\w)", r"statement:0\1", text),
    "other-article-iris": lambda text: text.replace("werft-271053b9", "werft-00000000"),
    "other-claim-iris": lambda text: re.sub(r"claim:(\w)", r"claim:0\1", text),
    "other-version": lambda text: text.replace('"1.2.3"', '"1.2.4"'),
}


@pytest.mark.parametrize("change", RENUMBERED.values(), ids=RENUMBERED.keys())
def test_renumbering_is_no_difference(change: Callable[[str], str], harbour: Path, other_text: OtherText) -> None:
    result = run(app, ["diff", str(harbour), str(other_text(change))])
    assert result.exit_code == 0, result.stdout
    assert "no difference" in result.stdout


def test_reordering_is_no_difference(harbour: Path, tmp_path: Path) -> None:
    store = Store()
    store.load(path=str(harbour), format=RdfFormat.TURTLE)
    lines = sorted(f"{quad.triple} .\n" for quad in store)
    path = tmp_path / "reversed.nt"
    path.write_text("".join(reversed(lines)), encoding="utf-8")
    assert not compare(read_contents(harbour), read_contents(path))


def test_other_version_is_told(harbour: Path, other_text: OtherText) -> None:
    result = run(app, ["diff", str(harbour), str(other_text(RENUMBERED["other-version"]))])
    assert "built by kg 1.2.3 (model 4.5, ontology 1.0.0), then 1.2.4" in result.stdout


CHANGES = {
    "stance-removed": (
        "DELETE WHERE { statement:373719a3ced30eaf ?p ?o }",
        "  - stance    Anna Brandt → Stadtrat von Bremen: Accuse (opposing), “Anna Brandt hat am Dienstag den Stadtrat "
        "von Bremen scharf angegriffen”",
    ),
    "stance-of-another-status": (
        replace("statement:373719a3ced30eaf", "kg:status", "kg:Denied"),
        "  ~ stance    Anna Brandt → Stadtrat von Bremen: Accuse (opposing, Denied), “Anna Brandt hat am Dienstag den "
        "Stadtrat von Bremen scharf angegriffen”: status Actual → Denied",
    ),
    "stance-of-another-act": (
        replace("statement:373719a3ced30eaf", "kg:act", "kg:Demand"),
        "  + stance    Anna Brandt → Stadtrat von Bremen: Demand (opposing), “Anna Brandt hat am Dienstag den Stadtrat "
        "von Bremen scharf angegriffen”",
    ),
    "confidence": (
        replace("statement:981ec0313a573470", "kg:confidence", "0.85"),
        "  ~ quotation Anna Brandt said “„Ohne Aufträge schließen wir die Werft“” (Direct): confidence 0.90 → 0.85",
    ),
    "speaker": (
        replace("statement:6c92c79932a0c1e4", "kg:speaker", "actor:bremen"),
        "  + quotation Bremen said “Polen bedrohe den Rat” (Indirect)",
    ),
    "no-speaker": (
        "DELETE WHERE { statement:6c92c79932a0c1e4 kg:speaker ?who }",
        "  + quotation somebody said “Polen bedrohe den Rat” (Indirect)",
    ),
    "addressee": (
        "DELETE WHERE { statement:981ec0313a573470 kg:addressee ?whom }",
        "  ~ quotation Anna Brandt said “„Ohne Aufträge schließen wir die Werft“” (Direct): addressee Zeitung → none",
    ),
    "event-date": (
        replace("event:8012d83c83938135", "kg:date", '"2021-05"^^xsd:gYearMonth'),
        "  ~ event     “Streik beginnt” on 2021-05: date 2021-05-04T20:00:00 → 2021-05",
    ),
    "time-value": (
        replace("time:1b1a9514514c663b", "kg:timex", '"2021-04-13"'),
        "  + time      “4. Mai 2021 um 20 Uhr” is 2021-04-13",
    ),
    "mention": (
        "DELETE DATA { actor:zeitung kg:mentionSpan <https://example.org/kg/article/werft-271053b9#char=136,143> }",
        "  - mention   Zeitung as “Zeitung”",
    ),
    "title": (
        replace("article:werft-271053b9", "schema:headline", '"Ruhe"'),
        "  ~ article   article:werft-271053b9: title Streit um die Werft → Ruhe",
    ),
    "role": (
        'DELETE DATA { actor:anna-brandt kg:role "Senatorin"@de }',
        "  ~ actor     Anna Brandt (Person): roles Reederin, Senatorin → Reederin",
    ),
    "identity": (
        "DELETE WHERE { actor:bremen skos:exactMatch ?item }",
        "  ~ actor     Bremen (Place): wikidata Q24879 → none",
    ),
}


@pytest.mark.parametrize(("update", "line"), CHANGES.values(), ids=CHANGES.keys())
def test_difference_is_told_in_words(update: str, line: str, harbour: Path, edited: Edit) -> None:
    result = run(app, ["diff", str(harbour), str(edited(update))])
    assert result.exit_code == 1
    assert line in result.stdout.splitlines(), result.stdout


def test_differences_stand_below_their_article(harbour: Path, edited: Edit) -> None:
    result = run(app, ["diff", str(harbour), str(edited(CHANGES["confidence"][0]))])
    lines = result.stdout.splitlines()
    assert lines[0] == "hafen/werft.txt “Streit um die Werft” (2021-04)"
    assert lines[2:] == ["0 added, 0 removed, 1 changed, in 1 of 2 articles"]


@pytest.mark.parametrize(("tolerance", "code"), [("0.04", 1), ("0.05", 0)])
def test_small_changes_of_confidence_can_be_let_pass(tolerance: str, code: int, harbour: Path, edited: Edit) -> None:
    other = edited(CHANGES["confidence"][0])
    assert run(app, ["diff", str(harbour), str(other), "--tolerance", tolerance]).exit_code == code


def test_only_some_kinds_are_compared(harbour: Path, edited: Edit) -> None:
    other = edited(CHANGES["mention"][0])
    arguments = ["diff", str(harbour), str(other)]
    assert run(app, [*arguments, "--only", "stance", "--only", "quotation"]).exit_code == 0
    assert run(app, [*arguments, "--only", "mention"]).exit_code == 1


def test_json_tells_everything(harbour: Path, edited: Edit) -> None:
    result = run(app, ["diff", str(harbour), str(edited(CHANGES["confidence"][0])), "--format", "json"])
    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    assert answer["counts"] == {"removed": 0, "added": 0, "changed": 1}
    [article] = answer["articles"]
    assert (article["file"], article["published"]) == ("hafen/werft.txt", "2021-04")
    [change] = article["changes"]
    assert change["fields"] == {"confidence": ["0.90", "0.85"]}
    assert (change["who"], change["relation"]) == ("Anna Brandt", "said")
    assert change["iri"] == "statement:981ec0313a573470"
    assert answer["actors"] == []


def test_article_renamed_is_one_change(harbour: Path, edited: Edit) -> None:
    other = edited(replace("article:wahl-18ad1a08", "kg:sourceFile", '"umbenannt.txt"'))
    difference = compare(read_contents(harbour), read_contents(other))
    assert [a.file for a in difference.articles] == ["umbenannt.txt"]
    [change] = difference.articles[0].changes
    assert [(f.name, f.old, f.new) for f in change.fields] == [("file", "wahl.txt", "umbenannt.txt")]


def written(path: Path, body: str, *, quoted: int = 1, file: str = "a.txt") -> Path:
    """A graph of one article in which Ott says „Nein“ some times and is against Kern."""
    ott, kern = body.index("Ott"), body.index("Kern")
    marks = [m.start() for m in re.finditer("„Nein“", body)][:quoted]
    facts = Facts(
        article=Article(file, body),
        actors=(Actor("ott", "Ott", ActorKind.PERSON), Actor("kern", "Kern", ActorKind.PERSON)),
        mentions=(
            Mention(Span(ott, ott + 3), "ott", MentionKind.NAME),
            Mention(Span(kern, kern + 4), "kern", MentionKind.NAME),
        ),
        quotations=tuple(Quotation(QuotationKind.DIRECT, (Span(at, at + 6),), ("ott",)) for at in marks),
        stances=(Stance("ott", "kern", Polarity.OPPOSING, Act.REJECT, Status.ACTUAL, Span(ott, kern + 4)),),
    )
    write_turtle(to_graph([facts], resolve_actors([facts]), base_iri=BASE_IRI, run=Run("1", "1", "1")), path)
    return path


TEXT = "Ott widerspricht Kern. „Nein“, sagte er. „Nein“, sagte er noch einmal."


def test_text_that_moved_is_only_another_text(tmp_path: Path) -> None:
    old = written(tmp_path / "old.ttl", TEXT)
    new = written(tmp_path / "new.ttl", f"Neuer Anfang. {TEXT}")
    difference = compare(read_contents(old), read_contents(new))
    [article] = difference.articles
    assert [(c.how, c.item.kind, [f.name for f in c.fields]) for c in article.changes] == [
        (How.CHANGED, Kind.ARTICLE, ["text"])
    ]


def test_same_words_said_once_more_are_an_addition(tmp_path: Path) -> None:
    old = written(tmp_path / "old.ttl", TEXT)
    new = written(tmp_path / "new.ttl", TEXT, quoted=2)
    [article] = compare(read_contents(old), read_contents(new)).articles
    [change] = article.changes
    assert (change.how, change.item.words, change.item.start) == (How.ADDED, "„Nein“", TEXT.rindex("„Nein“"))


def test_article_added_brings_its_statements(tmp_path: Path) -> None:
    old = written(tmp_path / "old.ttl", TEXT)
    new = written(tmp_path / "new.ttl", "Ott lobt Kern.", file="b.txt")
    difference = compare(read_contents(old), read_contents(new))
    assert [a.file for a in difference.articles] == ["a.txt", "b.txt"]
    assert {c.how for c in difference.articles[0].changes} == {How.REMOVED}
    assert {c.how for c in difference.articles[1].changes} == {How.ADDED}
    assert not difference.actors


def test_missing_graph_is_bad_usage(harbour: Path) -> None:
    result = run(app, ["diff", str(harbour), "missing.ttl"])
    assert result.exit_code == 2
    assert "missing.ttl: no such file" in result.stderr
