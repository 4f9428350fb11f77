"""Who plays against whom: results in a list ("A – B 2:1") and fixtures ("das Spiel A gegen B", "im Finale gegen B")."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.acts.clauses import logical_subjects, prepositional
from kg.extract.acts.contest_words import in_contest, is_score
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.verbs import frames
from kg.extract.syntax import clause_head, rel
from kg.facts import Act, ActorKind, MentionKind
from kg.lexicon.acts import Reach

_RESULT = 0.8
_FIXTURE = 0.65
_BETWEEN = re.compile(r"\s*(?:[-–—|:]\s*)+\|?|\s+(?:gegen|vs\.?)\s+(?:d(?:en|ie|as)\s+)?")
_BEFORE_SCORE = re.compile(r"\s*[:,(]?\s*")
_LINE = frozenset("\n")


def result_deeds(doc: Doc, ends: Ends) -> Iterator[Deed]:
    """Two names and a score: both play against each other."""
    names = sorted((m.span.end, m.span.start, m.actor) for m in ends.cast.mentions if m.kind is not MentionKind.PRONOUN)
    stops = [end for end, _, _ in names]
    for score in doc:
        if not is_score(score):
            continue
        away = _ending_at(doc, score.idx, _BEFORE_SCORE, names, stops)
        home = _ending_at(doc, away[0], _BETWEEN, names, stops) if away is not None else None
        if home is None or away is None or home[1] == away[1]:
            continue
        first, second = _end(doc, home), _end(doc, away)
        if first is not None and second is not None:
            yield _deed((first,), (second,), score, "result", score.text, _RESULT)


def _ending_at(
    doc: Doc, position: int, gap: re.Pattern[str], names: list[tuple[int, int, str]], stops: list[int]
) -> tuple[int, str] | None:
    """Start and actor of the longest name before the position, with nothing but the gap between."""
    at = bisect_right(stops, position)
    if at == 0:
        return None
    last = stops[at - 1]
    between = doc.text[last:position]
    if not gap.fullmatch(between) or _LINE & set(between):
        return None
    start, actor = min((s, a) for e, s, a in names if e == last)
    return start, actor


def _end(doc: Doc, name: tuple[int, str]) -> End | None:
    span = doc.char_span(name[0], name[0] + 1, alignment_mode="expand")
    return End(name[1], span[0]) if span is not None and len(span) else None


def fixture_deeds(token: Token, ends: Ends) -> Iterator[Deed]:
    """ "A gegen B" about sport, and a contest's noun whose only side named is the opponent of the clause's subject."""
    if token.lower_ != "gegen" or rel(token) != "case" or not in_contest(token):
        return
    opponent, noun = token.head, token.head.head
    targets = ends.actors(opponent, Reach.ACTOR)
    if not targets or noun.i == opponent.i:
        return
    before = token.nbor(-1) if token.i > token.sent.start else token
    if is_score(before):
        # "beim 3:1 gegen …": whatever the parser hangs the opponent on.
        noun = before
    known = frames(noun)
    if is_score(noun) or (noun.pos_ == "VERB" and all(f.act is Act.COMPETE or f.contest for f in known)):
        sides = ends.all_actors(logical_subjects(clause_head(noun)), Reach.ACTOR)
        sides = sides or [End(key, before) for key in (ends.actor(before),) if key is not None]
        # Who wins is told by the verb; the loser's side of it is another sentence's.
        yield from (replace(d, mutual=not known) for d in _match(sides, targets, noun, ends))
        return
    if (side := ends.actor(noun)) is not None and noun.i < token.i and rel(opponent) in ("nmod", "obl", "appos"):
        yield _deed((End(side, noun),), tuple(targets), token, "fixture", "gegen", _FIXTURE)
        return
    if noun.pos_ != "NOUN" or not any(e.act is Act.COMPETE or e.contest for e in entries_of(noun)):
        return
    sides = ends.all_actors(prepositional(noun, "für"), Reach.ACTOR)
    sides = sides or [s for s in ends.all_actors(logical_subjects(clause_head(noun))) if s.token.i != noun.i]
    yield from _match(sides, targets, noun, ends)


def _match(sides: list[End], targets: list[End], cue: Token, ends: Ends) -> Iterator[Deed]:
    acted = {t.actor for t in targets}
    fitting = tuple(s for s in sides if s.actor not in acted and _of_one_kind(s, targets, ends))
    if fitting:
        yield _deed(fitting, tuple(targets), cue, "fixture", cue.lemma_, _FIXTURE)


def _of_one_kind(side: End, targets: list[End], ends: Ends) -> bool:
    """People play against people, teams against teams: a scorer is no opponent of the other team."""
    person = ends.cast.actor(side.actor).kind is ActorKind.PERSON
    return all((ends.cast.actor(t.actor).kind is ActorKind.PERSON) is person for t in targets)


def _deed(sources: tuple[End, ...], targets: tuple[End, ...], cue: Token, rule: str, lemma: str, sure: float) -> Deed:
    return Deed(Act.COMPETE, sources, targets, cue, (cue,), rule, lemma, sure, mutual=True)
