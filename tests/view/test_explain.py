"""Explanations from facts written by hand: marks that nest and cross, and the page that shows them."""

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from small_news import ACTORS, Draft, dispute

from kg.facts import Act, Actor, ActorKind, Article, Facts, Quotation, QuotationKind, Span, Stance, Status
from kg.lexicon.acts import noun_acts, predicates, preposition_acts, verb_acts
from kg.lexicon.entries import act_entry, reporting_entry
from kg.lexicon.reporting import reporting_markers, reporting_nouns, reporting_verbs
from kg.view.explain import Kind, Mark, Marked, Part, Role, explain, write_explanations
from kg.view.explain.marks import mark_text, merge_marks
from kg.view.explain.page import render_page

HOSTILE = '<script>alert("x")</script> & <img src=//example.net/x onerror=alert(1)> \x00 {{ style }}'


def shape(nodes: Sequence[str | Marked]) -> str:
    """The tree with brackets: `q1(…)`, a later piece `+q1(…)`."""

    def written(node: str | Marked) -> str:
        if isinstance(node, str):
            return node
        labels = "/".join(label for part in node.mark.parts for label in part.labels)
        return f"{'' if node.first else '+'}{labels}({shape(node.inside)})"

    return "".join(map(written, nodes))


def marks(*spans: tuple[int, int, str], role: Role = Role.CUE) -> tuple[Mark, ...]:
    return merge_marks(Mark(Span(start, end), (Part(role, (label,)),)) for start, end, label in spans)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], "abcdef", id="none"),
        pytest.param([(1, 3, "x")], "ax(bc)def", id="one"),
        pytest.param([(2, 3, "y"), (0, 6, "x")], "x(aby(c)def)", id="nested"),
        pytest.param([(0, 2, "x"), (2, 4, "y")], "x(ab)y(cd)ef", id="touching"),
        pytest.param([(0, 3, "x"), (2, 5, "y")], "x(aby(c))+y(de)f", id="crossing"),
        pytest.param([(1, 2, "x"), (1, 2, "y")], "ax/y(b)cdef", id="same-words"),
        pytest.param([(0, 2, "x"), (0, 4, "y")], "y(x(ab)cd)ef", id="same-start"),
        pytest.param([(0, 4, "x"), (1, 5, "y"), (2, 6, "z")], "x(ay(bz(cd)))+y(+z(e))+z(f)", id="three-crossing"),
    ],
)
def test_mark_text_nests_and_splits(spans: list[tuple[int, int, str]], expected: str) -> None:
    assert shape(mark_text("abcdef", Span(0, 6), marks(*spans))) == expected


def test_mark_text_cuts_marks_to_the_stretch() -> None:
    found = marks((0, 3, "x"), (3, 9, "y"), (9, 10, "z"))
    assert shape(mark_text("abcdefghij", Span(2, 5), found)) == "x(c)y(de)".replace("x", "+x")
    assert shape(mark_text("abcdefghij", Span(4, 9), found)) == "+y(efghi)"


def test_merge_marks_orders_roles() -> None:
    both = [Mark(Span(0, 1), (Part(role, ("x",)),)) for role in (Role.TIME, Role.CUE, Role.QUOTE)]
    assert [part.role for part in merge_marks(both)[0].parts] == [Role.QUOTE, Role.CUE, Role.TIME]


def test_explain_lays_statements_beside_their_paragraphs() -> None:
    body = "Erika Muster sprach.\n\n  Sie sagte: „Ja.\nUnd nein.“\n"
    said = Span(body.index("„"), body.index("“") + 1)
    facts = Facts(
        Article("a.txt", body),
        tuple(ACTORS.values()),
        quotations=(Quotation(QuotationKind.DIRECT, (said,), ("muster",)),),
    )
    explanation = explain(facts)
    assert [shape(p.text) for p in explanation.paragraphs] == [
        "Erika Muster sprach.",
        "Sie sagte: q1(„Ja.)",
        "+q1(Und nein.“)",
    ]
    assert [[s.headline for s in p.statements] for p in explanation.paragraphs] == [[], ["Erika Muster says"], []]


def test_explain_names_what_is_inside_what() -> None:
    statements = [s for p in explain(dispute()).paragraphs for s in p.statements]
    by_label = {s.label: s for s in statements}
    assert by_label["q1"].headline == "Erika Muster says to Südland"
    assert ("inside", "q1") in by_label["q2"].details
    assert [by_label[label].depth for label in ("q1", "q2")] == [0, 1]
    assert by_label["s2"].headline == "Ostland opposes Nordland"
    assert by_label["e1"].details[0] == ("", "2021-03-12 (t1)")


def test_explain_says_where_nobody_or_no_actor_speaks() -> None:
    it = Draft("a.txt", None, "Man habe Zeit, hieß es in Kreisen.")
    it.said([], QuotationKind.INDIRECT, "Man habe Zeit")
    it.said([], QuotationKind.INDIRECT, "Zeit", speaker_words="in Kreisen")
    headlines = [s.headline for p in explain(it.facts()).paragraphs for s in p.statements]
    assert headlines == ["(nobody named) says", "“in Kreisen” (no actor) says"]


def test_explain_takes_the_mention_of_a_stance_that_is_nearest_to_its_cue() -> None:
    it = Draft("a.txt", None, "Nordland ist groß, und Nordland rügte Südland.")
    facts = it.facts()
    second = it.body.rindex("Nordland")
    cue = it.at("rügte")
    mention = facts.mentions[0]
    again = type(mention)(Span(second, second + 8), "nordland", mention.kind)
    stance = Stance("nordland", "suedland", "Opposing", Act.ACCUSE, Status.ACTUAL, Span(0, len(it.body)), (cue,))
    found = explain(Facts(facts.article, facts.actors, (*facts.mentions, again), stances=(stance,)))
    marks_of = {m.parts[0].role: m.span for m in found.paragraphs[0].statements[0].marks}
    assert marks_of[Role.SOURCE] == again.span


def test_every_reporting_entry_is_found_by_its_name() -> None:
    for verb in reporting_verbs():
        assert reporting_entry("verb + clause", verb.lemma).table == "reporting_verbs"
    for noun in reporting_nouns():
        assert reporting_entry("noun + clause", noun.lemma).table == "reporting_nouns"
    for marker in reporting_markers():
        assert reporting_entry("preposition + source", marker.words) is not None
    assert reporting_entry("verb + clause", None) is None
    assert reporting_entry("verb + clause", "xyz") is None


def test_a_demand_by_a_modal_is_explained_by_the_modal() -> None:
    entry = act_entry("content-demand", "müssen", Act.DEMAND)
    assert entry is not None and entry.table == "acts_modality"


def test_every_act_entry_is_found_by_its_name_and_act() -> None:
    for rule, table in (("verb", verb_acts()), ("noun", noun_acts()), ("predicate", predicates())):
        for entries in table.values():
            for entry in entries:
                assert act_entry(rule, entry.lemma, entry.act).name == entry.lemma
    for prepositions in preposition_acts().values():
        for entry in prepositions:
            assert act_entry("preposition", entry.words, entry.act).name == entry.words
    assert act_entry("content-misdeed", "lügen", Act.ACCUSE).table == "acts_misdeeds"
    assert act_entry("jointly", "gemeinsam", Act.COOPERATE) is not None
    assert act_entry("verb", "xyz", Act.ACCUSE) is None


class Reader(HTMLParser):
    """What stands where in a page: tags in order, anchors and links, and the text of an element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "input"):
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "p" in self.open and "a" not in self.open and "ol" not in self.open:
            self.texts.append(data)


def hostile() -> Facts:
    it = Draft("<b>.txt", None, f"Nordland sagte: {HOSTILE}", title=HOSTILE)
    facts = it.facts()
    evil = Actor("evil", HOSTILE, ActorKind.PERSON)
    quotation = Quotation(QuotationKind.DIRECT, (it.at(HOSTILE),), ("evil",), rule=HOSTILE, cue_lemma=HOSTILE)
    return Facts(facts.article, (*facts.actors, evil), facts.mentions, (quotation,))


@pytest.mark.parametrize(
    "facts", [dispute(), hostile(), Facts(Article("leer.txt", "Nichts."))], ids=lambda f: f.article.source
)
def test_page_is_well_formed_and_loads_nothing(facts: Facts) -> None:
    page = Reader(render_page([explain(facts), explain(facts)]))
    assert not page.open
    assert not {"script", "img", "link", "iframe"}.intersection(page.tags)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert facts.article.body.replace("\x00", "�") in "".join(page.texts)


def test_page_links_words_and_statements() -> None:
    page = Reader(render_page([explain(dispute())]))
    for label in ("q1", "q2", "e1", "t1"):
        assert {f"#a1-{label}", f"#a1-{label}-text"} <= set(page.links)
        assert {f"a1-{label}", f"a1-{label}-text"} <= set(page.ids)


def test_page_has_only_what_was_asked_for() -> None:
    page = render_page([explain(dispute(), [Kind.STANCES])])
    assert 'id="show-stances"' in page
    assert 'id="show-quotations"' not in page
    assert 'class="quote"' not in page
    assert "Ostland opposes Nordland" in page


def test_page_in_a_browser_switches_kinds_off(browser: webdriver.Chrome, tmp_path: Path) -> None:
    path = tmp_path / "explained.html"
    write_explanations([explain(dispute()), explain(hostile())], path)
    browser.get("about:blank")
    browser.get_log("browser")
    browser.get(path.as_uri())
    card = browser.find_element(By.ID, "a1-q1")
    quote = browser.find_element(By.CSS_SELECTOR, ".text .quote")
    shown = quote.value_of_css_property("background-color")
    assert card.is_displayed()
    browser.find_element(By.ID, "show-quotations").click()
    assert not card.is_displayed()
    assert quote.value_of_css_property("background-color") != shown
    assert browser.find_element(By.ID, "a1-s1").is_displayed()
    assert browser.get_log("browser") == []
