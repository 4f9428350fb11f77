"""Ends that the sentences before tell: whom an answer is for, who struck where nobody is named."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import compounds, noun_forms
from kg.extract.acts.nominal import is_known_thing
from kg.extract.syntax import children
from kg.facts import Act, Polarity, Stance
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import MATERIAL, polarity

_REPLY_WITHIN = 3
"""Sentences after which "die Vorwürfe" are no longer those of the last accuser."""
_ATTACK_WITHIN = 2
"""Sentences after which "wurden getötet" speaks of another attack than the last."""
_JUDGING = frozenset({"judgement", "topic"})
"""Rules of what is said of things that somebody has done ("nannte die Entscheidung einen Skandal")."""
_DONE = MATERIAL - {Act.COMPETE}
_STANDS = frozenset({Act.ACCUSE, Act.ENDORSE})
_SHORTEST_ATTACKER = 5
"""Letters of a word for an attacker that may end a compound ("Selbstmordattentäter")."""


def continued(deed: Deed, earlier: Sequence[tuple[int, Stance]]) -> Deed:
    """The deed with a target out of what was done shortly before.

    Who rejects something answers the last one who stood against him; who judges something, him or the last one who did
    something; otherwise the source goes on against the same one.
    """
    doc, at = deed.anchor.doc, deed.anchor.i
    sources = {s.actor for s in deed.sources}
    opposing = [(i, s) for i, s in earlier if i < at and s.polarity is Polarity.OPPOSING]
    answered = [s.source for i, s in opposing if s.target in sources and i >= _sentences_back(doc, at, _REPLY_WITHIN)]
    same = polarity(deed.act)
    since = _sentences_back(doc, at, 1)
    repeated = [s.target for i, s in earlier if since <= i < at and s.source in sources and s.polarity is same]
    if deed.rule in _JUDGING or _judges_step(deed):
        doing = [s.source for i, s in earlier if since <= i < at and s.source not in sources and s.act in _DONE]
        found = (answered if same is Polarity.OPPOSING and answered else doing or repeated)[-1:]
    else:
        found = (answered if deed.act is Act.REJECT and answered else repeated)[-1:]
    return replace(deed, targets=tuple(End(actor, deed.anchor, owned=True) for actor in found))


def _judges_step(deed: Deed) -> bool:
    """ "begrüßte den Schritt", "kritisierte die Entscheidung": what somebody has just done."""
    if deed.act not in _STANDS:
        return False
    objects = (c for c in children(deed.anchor, "obj", "obl:arg", "nsubj:pass") if is_known_thing(c))
    return any(modal_words()["step"] & set(noun_forms(o)[:2]) for o in objects)


def attributed(deed: Deed, earlier: Sequence[tuple[int, Stance]], ends: Ends) -> Deed:
    """The deed with the last attacker as its doer, if the text spoke of one shortly before."""
    suffering = {t.actor for t in deed.targets}
    since = _sentences_back(deed.anchor.doc, deed.anchor.i, _ATTACK_WITHIN)
    attacks = [s for i, s in earlier if since <= i < deed.anchor.i and s.act is deed.act]
    # Where two fight each other, either may have done it.
    struck = {(s.target, s.source) for s in attacks}
    attackers = [s.source for s in attacks if (s.source, s.target) not in struck]
    attackers = attackers or _attackers(deed.anchor.doc[since : deed.anchor.i], ends)
    found = [a for a in attackers if a not in suffering][-1:]
    return replace(deed, sources=tuple(End(actor, deed.anchor) for actor in found))


def _attackers(words: Span, ends: Ends) -> list[str]:
    """Whom the words call so that nothing else needs to be said about who did it ("der Täter")."""
    called = [(w, key) for w in words if w.pos_ == "NOUN" and (key := ends.cast.of(w)) is not None]
    known = modal_words()["attacker"]
    return [
        key
        for w, key in called
        if any(f in known for form in noun_forms(w)[:2] for f in compounds(form, _SHORTEST_ATTACKER))
    ]


def _sentences_back(doc: Doc, at: int, count: int) -> int:
    """Where the sentence `count` sentences before the word begins."""
    start = doc[at].sent.start
    for _ in range(count):
        start = doc[start - 1].sent.start if start else 0
    return start
