"""Who plays against whom: results in a list ("A – B 2:1") and fixtures ("das Spiel A gegen B", "im Finale gegen B")."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.acts.carried import is_carried
from kg.extract.acts.clauses import logical_subjects
from kg.extract.acts.contest_words import in_contest, is_score, tells_score
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.nominal import prepositional
from kg.extract.acts.teams import is_won, teams
from kg.extract.acts.verbs import frames
from kg.extract.syntax import clause_head, rel
from kg.facts import Act, ActorKind, MentionKind, Span
from kg.lexicon.act_words import contractions, modal_words
from kg.lexicon.acts import NounAct, Reach

_BETWEEN = re.compile(r"\s*(?:[-–—|:]\s*)+\|?|\s+(?:gegen|vs\.?)\s+(?:d(?:en|ie|as)\s+)?")
_BEFORE_SCORE = re.compile(r"\s*[:,(]?\s*")
_LINE = frozenset("\n")
_OPENING, _CLOSING = "(", ")"
_TEAM = frozenset({ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.PLACE, ActorKind.COUNTRY})
_AWAY = {"bei": _TEAM, "in": frozenset({ActorKind.PLACE})}
"""Prepositions before whom a score was reached away from home, and what may stand there."""
_AGAINST, _OVER = "gegen", "über"
_OPPOSITE = frozenset({_AGAINST, _OVER})
_APART = "von"
_WHERE = frozenset({*_OPPOSITE, *_AWAY, _APART})
_COLON = ":"
_NEAR = 7
"""Words between a contest's noun and its opponent."""


def result_deeds(doc: Doc, ends: Ends) -> Iterator[Deed]:
    """Two names and a score or behind a contest's noun: both play against each other."""
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
            yield _deed((first,), (second,), score, "result", score.text)
    yield from _paired(doc, {start: (end, actor) for end, start, actor in names})


def _paired(doc: Doc, names: dict[int, tuple[int, str]]) -> Iterator[Deed]:
    """ "das Halbfinale Nordstadt – Südstadt"."""
    for name in doc[1:]:
        home = names.get(name.idx)
        if home is None or not _contests_of(noun := name.nbor(-1)):
            continue
        between = _BETWEEN.match(doc.text, home[0])
        away = names.get(between.end()) if between is not None else None
        end = _end(doc, (between.end(), away[1])) if between is not None and away is not None else None
        if end is not None and end.actor != home[1]:
            yield _deed((End(home[1], name),), (end,), noun, "result", noun.lemma_)


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
    if rel(token) != "case" or (word := contractions().get(token.lower_, token.lower_)) not in _WHERE:
        return
    if word != _AGAINST and not (
        ends.has_colon and any(_COLON in t.text for t in token.doc[max(0, token.i - _NEAR) : token.i])
    ):
        return
    opponent, before = token.head, _score_before(token)
    # "beim 3:1 gegen …": whatever the parser hangs the opponent on.
    noun = before if before is not None else _contest_before(token)
    scored = before is not None or _scored(noun)
    if not (in_contest(token) if word == _AGAINST else scored) or noun.i == opponent.i:
        return
    targets = ends.actors(opponent, Reach.ACTOR)
    if word == _APART and not _parted(clause_head(noun)):
        return
    if word in _AWAY:
        # "siegte 2:1 in der Stadt gegen den Meister"
        elsewhere = any(t.lower_ in _OPPOSITE for t in token.sent)
        targets = [t for t in targets if ends.cast.actor(t.actor).kind in _AWAY[word] and not elsewhere]
    if not targets:
        return
    if is_score(noun) or (noun.pos_ == "VERB" and all(f.act is Act.COMPETE or f.contest for f in frames(noun))):
        yield from _told_by_verb(noun, targets, word, ends)
    elif (side := ends.actor(noun)) is not None and noun.i < token.i and rel(opponent) in ("nmod", "obl", "appos"):
        yield _deed((End(side, noun),), tuple(targets), token, "fixture", word)
    else:
        yield from _told_by_noun(noun, targets, word, scored, ends)


def _parted(verb: Token) -> bool:
    """ "trennten sich 1:1 vom Meister"."""
    return any(_APART in f.target and f.contest is Act.COMPETE for f in frames(verb))


def _told_by_verb(noun: Token, targets: list[End], word: str, ends: Ends) -> Iterator[Deed]:
    verb = clause_head(noun)
    sides = ends.all_actors(logical_subjects(verb), Reach.ACTOR)
    sides = sides or [End(key, noun) for key in (ends.actor(noun),) if key is not None]
    # Who wins is told by the verb; the loser's side of it is another sentence's.
    mutual = not frames(noun) and not is_won(verb, _AGAINST if word in _AWAY else word)
    told = any(_AGAINST in f.target and f.noun is None and f.act is Act.COMPETE for f in frames(verb))
    home, _, away = noun.text.partition(_COLON)
    for deed in _match(sides, targets, noun, ends):
        if is_score(noun) and not told and home != away:
            # "Nach dem 0:4 gegen den Meister": one's own goals come first.
            beaten = int(home) < int(away)
            one, other = (deed.targets, deed.sources) if beaten else (deed.sources, deed.targets)
            yield replace(deed, sources=one, targets=other, mutual=False)
        else:
            yield replace(deed, mutual=mutual)


def _told_by_noun(noun: Token, targets: list[End], word: str, scored: bool, ends: Ends) -> Iterator[Deed]:
    contests = _contests_of(noun)
    if not contests or (word == _OVER and not any(_OVER in e.target for e in contests)):
        return
    if modal_words()["needing"] & set(verb_forms(clause_head(noun))):
        # "brauchen gegen den Meister noch einen Punkt"
        return
    if rel(noun) == "obj" and is_carried(noun):
        # "bestreitet das Spiel gegen …": the verb knows whether it has been played.
        return
    sides = ends.all_actors(prepositional(noun, "für"), Reach.ACTOR)
    sides = sides or [s for s in ends.all_actors(logical_subjects(clause_head(noun))) if s.token.i != noun.i]
    if scored and not teams(sides, targets, ends):
        sides = _only_team(noun, targets, ends)
    lost = any(e.backwards for e in contests)
    # "setzte sich im Finale gegen den Meister durch"
    mutual = any(e.mutual or e.contest for e in contests) and not is_won(clause_head(noun), word)
    for deed in _match(sides, targets, noun, ends):
        won_by, beaten = (deed.targets, deed.sources) if lost else (deed.sources, deed.targets)
        yield replace(deed, sources=won_by, targets=beaten, mutual=mutual)


def _contests_of(noun: Token) -> list[NounAct]:
    return [e for e in entries_of(noun) if e.act is Act.COMPETE or e.contest] if noun.pos_ == "NOUN" else []


def _contest_before(token: Token) -> Token:
    """What the phrase belongs to: "das Spiel am Sonntag gegen …" tells of a game, whatever the parser hangs it on."""
    head = token.head.head
    if _contests_of(head) or any(f.act is Act.COMPETE or f.contest for f in frames(head)):
        return head
    for word in reversed(token.doc[max(token.sent.start, token.i - _NEAR) : token.i]):
        if word.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"):
            break
        if _contests_of(word):
            return word
    # "Gegen den Meister gab es eine Niederlage."
    return next((c for c in head.rights if _contests_of(c)), head)


def _score_before(token: Token) -> Token | None:
    """The score right before the word, but for that of the first half in brackets: "1:1 (0:1) beim Meister"."""
    at = token.i - 1
    while at > token.sent.start and token.doc[at].text == _CLOSING:
        opening = next((i for i in range(at - 1, token.sent.start, -1) if token.doc[i].text == _OPENING), None)
        if opening is None:
            return None
        at = opening - 1
    return token.doc[at] if at >= token.sent.start and is_score(token.doc[at]) else None


def _scored(noun: Token) -> bool:
    """ "der 2:1-Sieg", "eine Niederlage mit 0:3"."""
    return noun.pos_ == "NOUN" and (tells_score(noun) or any(is_score(c) for c in noun.children))


def _match(sides: list[End], targets: list[End], cue: Token, ends: Ends) -> Iterator[Deed]:
    acted = {t.actor for t in targets}
    fitting = tuple(s for s in teams(sides, targets, ends) if s.actor not in acted)
    if fitting:
        yield _deed(fitting, tuple(targets), cue, "fixture", cue.lemma_)


def _only_team(noun: Token, targets: Sequence[End], ends: Ends) -> list[End]:
    """ "Nach der 0:2-Niederlage gegen A fehlte dem Trainer von B …": the only team beside the opponent."""
    acting = {t.actor for t in targets}
    named = ends.cast.within(Span(noun.sent.start_char, noun.sent.end_char))
    kinds = ((m, ends.cast.actor(m.actor).kind) for m in named if m.actor not in acting)
    others = [End(m.actor, noun) for m, kind in kinds if kind not in (ActorKind.GROUP, ActorKind.PLACE)]
    sides = [s for s in teams(others, targets, ends) if s.actor not in acting]
    return sides[:1] if len({s.actor for s in sides}) == 1 else []


def _deed(sources: tuple[End, ...], targets: tuple[End, ...], cue: Token, rule: str, lemma: str) -> Deed:
    return Deed(Act.COMPETE, sources, targets, cue, (cue,), rule, lemma, mutual=True)
