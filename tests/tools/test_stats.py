"""`kg stats` counts right."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph.bounds import bounds
from kg.graph.contents import read_contents
from kg.graph.stats import Stats, count

run = CliRunner().invoke


@pytest.fixture
def stats(harbour: Path) -> Stats:
    return count(read_contents(harbour))


def test_counts(stats: Stats) -> None:
    assert stats.counts == {
        "articles": 2,
        "actors": 5,
        "quotations": 4,
        "claims": 4,
        "stances": 4,
        "events": 3,
        "time expressions": 3,
        "mentions": 10,
    }
    assert stats.by_kind["quotations by type"] == {"Direct": 2, "Indirect": 2}
    assert stats.by_kind["stances by status"] == {"Actual": 3, "ReportedByOther": 1}


def test_phrase_inside_ones_own_quotation_counts_once(stats: Stats) -> None:
    assert [(r.label, r.number, r.others) for r in stats.most_quoted] == [("Anna Brandt", 2, 1), ("Zeitung", 1, 1)]


def test_rankings_of_targets(stats: Stats) -> None:
    assert [(r.label, r.number, r.others) for r in stats.most_opposed] == [("Stadtrat von Bremen", 2, 2)]
    assert [(r.label, r.number, r.others) for r in stats.most_supported] == [("Anna Brandt", 2, 1)]


def test_pairs_count_both_directions(stats: Stats) -> None:
    pairs = {p.labels: (p.opposing, p.supporting, p.speech) for p in stats.densest_pairs}
    assert pairs["Anna Brandt", "Stadtrat von Bremen"] == (1, 0, 1)
    assert pairs["Anna Brandt", "Republik Polen"] == (0, 2, 0)
    assert [p.total for p in stats.densest_pairs] == [2, 2, 1, 1, 1, 1]


def test_periods_are_as_wide_as_dates_are_vague(stats: Stats) -> None:
    assert (stats.articles.first, stats.articles.last, stats.articles.dated) == ("2021-04-01", "2022-09-01", 2)
    assert (stats.events.first, stats.events.last, stats.events.dated, stats.events.of) == (
        *("2021-05-04", "2022-12-31"),
        *(2, 3),
    )


def test_share_of_quotations_with_a_speaker(stats: Stats, edited: Callable[[str], Path]) -> None:
    assert stats.speaker_share == 1.0
    path = edited("DELETE WHERE { statement:6c92c79932a0c1e4 kg:speaker ?who }")
    assert count(read_contents(path)).speaker_share == 0.75


def test_empty_graph_has_no_share(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text("", encoding="utf-8")
    assert count(read_contents(path)).speaker_share is None
    assert run(app, ["stats", str(path)]).exit_code == 0


def test_tables_in_the_terminal(harbour: Path) -> None:
    result = run(app, ["stats", str(harbour)])
    assert result.exit_code == 0
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert "100%  of the quotations have a speaker (4)" in lines
    at = lines.index("most quoted")
    assert lines[at + 2].split() == ["2", "Anna", "Brandt", "1"]
    assert all(len(line) == len(line.rstrip()) for line in result.stdout.splitlines())


def test_top_shortens_rankings(harbour: Path) -> None:
    answer = json.loads(run(app, ["stats", str(harbour), "--top", "1", "--format", "json"]).stdout)
    assert [len(answer[name]) for name in ("most_quoted", "most_opposed", "densest_pairs")] == [1, 1, 1]
    assert answer["speaker_share"] == 1.0
    assert answer["densest_pairs"][0]["labels"] == ["Anna Brandt", "Republik Polen"]


def test_names_do_not_reach_the_terminal_as_commands(edited: Callable[[str], Path]) -> None:
    path = edited(
        'DELETE { actor:zeitung rdfs:label ?old } INSERT { actor:zeitung rdfs:label "\\u001B[2J[b]x"@de } '
        "WHERE { actor:zeitung rdfs:label ?old }"
    )
    result = run(app, ["stats", str(path)])
    assert "\x1b" not in result.stdout
    assert "[b]x" in result.stdout


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2021-05-04", ("2021-05-04", "2021-05-04")),
        ("2021-05-04T20:00:00", ("2021-05-04", "2021-05-04")),
        ("2021-02-30", None),
        ("2021-W05", None),
        ("", None),
        (None, None),
    ],
)
def test_bounds_of_dates(date: str | None, days: tuple[str, str] | None) -> None:
    assert bounds(date) == days
