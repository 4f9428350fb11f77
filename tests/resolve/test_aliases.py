"""The alias file: what is read, what is refused, what a rebuild keeps."""

import tomllib
from pathlib import Path

import pytest
from made_up import article, person

from kg.errors import UsageError
from kg.resolve import Side, read_aliases, resolve_actors
from kg.resolve.decisions import Draft

FACTS = [
    article("a.txt", person("Anna Brandt", "Ministerin")),
    article("b.txt", person("Brandt")),
    article("c/d.txt", person("Brandt")),
    article("e.txt", person("Muammar Ghaddari")),
    article("f.txt", person("Muammar Gadari")),
]
ENTRY = """\
[[pair]]
status = "same"
kind = "person"
actor = "Anna Brandt"
alias = "Brandt"
alias_in = ["b.txt"]
"""


def rebuilt(path: Path) -> str:
    """The file after a build."""
    known = read_aliases(path)
    content = known.with_drafts(resolve_actors(FACTS, known.decisions).drafts)
    assert content is not None
    path.write_bytes(content)
    return content.decode("utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "aliases.toml"


def pairs(text: str) -> list[tuple[str, str, str]]:
    return [(p["status"], p["actor"], p["alias"]) for p in tomllib.loads(text).get("pair", [])]


def test_no_file_and_no_doubt_is_no_file(path: Path) -> None:
    assert read_aliases(path).with_drafts(()) is None


def test_drafts_tell_names_articles_and_evidence(path: Path) -> None:
    first, second = tomllib.loads(rebuilt(path))["pair"]
    assert first == {
        "status": "draft",
        "kind": "person",
        "actor": "Anna Brandt",
        "alias": "Brandt",
        "alias_in": ["b.txt", "c/d.txt"],
        "known": [
            "Anna Brandt: person in 1 article (a.txt); Ministerin",
            "Brandt: person in 2 articles (b.txt, c/d.txt)",
        ],
        "why": ["b.txt: no other Brandt comes into question", "c/d.txt: no other Brandt comes into question"],
    }
    assert (second["actor"], second["alias"], second["why"]) == (
        "Muammar Ghaddari",
        "Muammar Gadari",
        ["the names sound alike"],
    )


def test_second_build_leaves_the_same_bytes(path: Path) -> None:
    assert rebuilt(path) == rebuilt(path)


def test_draft_decides_nothing(path: Path) -> None:
    before = resolve_actors(FACTS)
    rebuilt(path)
    assert read_aliases(path).decisions == ()
    assert resolve_actors(FACTS, read_aliases(path).decisions) == before


@pytest.mark.parametrize(("status", "identities"), [("same", 3), ("different", 5)])
def test_decision_counts_and_stays(path: Path, status: str, identities: int) -> None:
    text = rebuilt(path).replace('status = "draft"', f'status = "{status}"', 1)
    path.write_text(text, encoding="utf-8")
    assert len(resolve_actors(FACTS, read_aliases(path).decisions).identities) == identities
    assert rebuilt(path) == text, "decided entries stand first, drafts behind them: nothing moves here"
    assert rebuilt(path) == text


def test_decided_entry_moves_before_the_drafts_as_it_is_written(path: Path) -> None:
    text = rebuilt(path)
    head, first, second = text.split("[[pair]]")
    mine = '# Anna asked the agency\n[[pair]]\nstatus="same"  # sure\n' + second.split("\n", 2)[2]
    path.write_text(f"{head}[[pair]]{first}{mine}", encoding="utf-8")
    assert rebuilt(path) == f"{head}{mine}\n[[pair]]{first.rstrip()}\n"


def test_comments_on_drafts_stay(path: Path) -> None:
    text = rebuilt(path).replace('status = "draft"', '# ask the desk\nstatus = "draft"', 1)
    path.write_text(text, encoding="utf-8")
    assert "# ask the desk\n[[pair]]\n" in rebuilt(path)
    assert rebuilt(path).count("# ask the desk") == 1


def test_draft_that_is_doubtful_no_more_goes_unless_somebody_wrote_on_it(path: Path) -> None:
    old = '[[pair]]\nstatus = "draft"\nkind = "person"\nactor = "Eva Berg"\nalias = "Berg"\n'
    path.write_text(f"{old}\n# not our Berg\n{old.replace('Eva', 'Ida')}", encoding="utf-8")
    assert [actor for _, actor, _ in pairs(rebuilt(path))] == ["Anna Brandt", "Muammar Ghaddari", "Ida Berg"]


def test_more_articles_ask_anew_and_leave_the_decision(path: Path) -> None:
    path.write_text(ENTRY, encoding="utf-8")
    entries = tomllib.loads(rebuilt(path))["pair"]
    assert [(e["status"], e["alias"], e.get("alias_in")) for e in entries] == [
        ("same", "Brandt", ["b.txt"]),
        ("draft", "Brandt", ["c/d.txt"]),
        ("draft", "Muammar Gadari", None),
    ]


def test_own_header_is_kept(path: Path) -> None:
    path.write_text(f"# ours\n\n# Brandt is the minister\n{ENTRY}", encoding="utf-8")
    assert rebuilt(path).startswith(f"# ours\n\n# Brandt is the minister\n{ENTRY}\n[[pair]]")


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "\n\n"], ids=["empty", "comment", "blank"])
def test_file_without_entries_is_filled(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    assert read_aliases(path).decisions == ()
    assert len(pairs(rebuilt(path))) == 2
    assert rebuilt(path).startswith(content.strip())


def test_windows_line_ends_and_byte_order_mark_are_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode())
    (decision,) = read_aliases(path).decisions
    assert (decision.actor.name, decision.alias.articles, decision.where) == (
        "Anna Brandt",
        ("b.txt",),
        f"{path}: line 1",
    )


def test_odd_names_survive(path: Path) -> None:
    name = 'A "B" \\ C\x7f\u2028 王 \x00'
    draft = Draft(Side(name, "group"), Side("x", "person", ("ä\n.txt", "b.txt")), ("why",), ("but",))
    content = read_aliases(path).with_drafts([draft])
    (entry,) = tomllib.loads(content.decode("utf-8"))["pair"]
    assert (entry["actor"], entry["alias_in"], entry["alias_kind"]) == (name, ["ä\n.txt", "b.txt"], "person")
    path.write_bytes(content)
    assert read_aliases(path).with_drafts([draft]) == content


REFUSED = {
    "syntax": ("[[pair]]\nstatus = same\n", r"line 2: not TOML \(Invalid value\)"),
    "end": ('[[pair]]\nstatus = "sa', r"line 2: not TOML"),
    "syntax-below": (f'{ENTRY}\n[[pair]]\nstatus = "same\n', r"line 9: not TOML"),
    "status": (ENTRY.replace("same", "Same"), r'line 2: status "Same": Give one of: draft, same, different\.'),
    "kind": (ENTRY.replace('"person"', '"Person"'), r'line 3: kind "Person": Give one of: person, organization'),
    "key": (ENTRY.replace("alias_in", "aliasin"), r"line 6: aliasin: no key of an entry\. Did you mean alias_in\?"),
    "other-key": (f"{ENTRY}xyz = 1\n", r"line 7: xyz: no key of an entry\. Give one of: status, kind"),
    "missing": (ENTRY.replace('actor = "Anna Brandt"\n', ""), r"line 1: actor is missing in this entry"),
    "missing-below": (f"# x\n\n{ENTRY}\n# y\n[[pair]]\nkind = 'person'\n", r"line 11: status is missing"),
    "no-text": (ENTRY.replace('"Anna Brandt"', '" "'), r"line 4: actor: needs a text"),
    "number": (ENTRY.replace('"Anna Brandt"', "7"), r"line 4: actor: needs a text"),
    "no-list": (ENTRY.replace('["b.txt"]', '"b.txt"'), r"line 6: alias_in: needs a list of texts"),
    "same-sides": (
        ENTRY.replace('"Anna Brandt"', '"Brandt"').replace('alias_in = ["b.txt"]\n', ""),
        r"line 5: actor and",
    ),
    "table": (f"{ENTRY}\n[settings]\nx = 1\n", r"line 8: settings: "),
    "top-key": (f"answer = 42\n{ENTRY}", r"line 1: answer: means nothing here"),
    "inline": ('pair = [{status = "same"}]\n', r"line 1: entries cannot be told apart"),
    "heading-in-text": ('[[pair]]\nstatus = """\n[[pair]]\n"""\n', r"not TOML"),
    "encoding": (b"# ok\n# gr\xfc\xdf\n", r"line 2: not UTF-8"),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_malformed_files_are_refused_with_their_line(path: Path, content: str | bytes, message: str) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError, match=message) as caught:
        read_aliases(path)
    assert str(caught.value).startswith(f"{path}: line ")


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_aliases(tmp_path)
