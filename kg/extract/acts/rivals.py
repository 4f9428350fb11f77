"""Whose rival a rival is, where neither genitive nor pronoun says so ("der Konkurrent B")."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.acts.clauses import logical_subjects
from kg.extract.acts.ends import End, Ends
from kg.extract.syntax import children, clause_head, rel
from kg.facts import ActorKind, MentionKind, Span
from kg.lexicon.act_words import bodies, modal_words
from kg.lexicon.acts import Reach


def rivals_of(noun: Token, sources: Sequence[End], ends: Ends) -> list[End]:
    """The clause's subject if it is of the rival's kind, else the last of its kind named before."""
    acting = {s.actor for s in sources}
    found = ends.all_actors(logical_subjects(clause_head(noun)), Reach.ACTOR)
    subjects = [e for e in found if e.token.i != noun.i and e.actor not in acting]
    if not sources:
        return subjects
    kind = ends.cast.actor(sources[0].actor).kind
    alike = [s for s in subjects if _is_alike(s.actor, kind, ends)]
    return alike or _named_last(noun, acting, kind, ends) or [s for s in subjects if not _is_authority(s.actor, ends)]


def are_rivals(noun: Token, sources: Sequence[End]) -> bool:
    """ "die beiden Rivalen A und B", "A und B sind Rivalen", "Die Rivalen A und B trafen sich": each the other's."""
    if len({s.actor for s in sources}) < 2 or children(noun, "nmod", "det:poss"):
        return False
    if any(c.lemma_.lower() in modal_words()["both"] for c in noun.children):
        return True
    # "ohne die Rivalen A und B siegte C": the rivals of somebody else.
    return rel(noun) not in ("obl", "obj", "nmod") or not {s.token.i for s in sources} & {t.i for t in noun.subtree}


def _named_last(noun: Token, acting: set[str], kind: ActorKind, ends: Ends) -> list[End]:
    start = noun.sent.start
    start = noun.doc[start - 1].sent.start if start else 0
    near = Span(noun.doc[start].idx, noun.idx)
    names = [m.actor for m in ends.cast.within(near) if m.kind is MentionKind.NAME and m.actor not in acting]
    alike = [a for a in names if _is_alike(a, kind, ends)]
    return [End(alike[-1], noun, owned=True)] if alike else []


def _is_alike(actor: str, kind: ActorKind, ends: Ends) -> bool:
    return ends.cast.actor(actor).kind is kind and not _is_authority(actor, ends)


def _is_authority(actor: str, ends: Ends) -> bool:
    """Courts, ministries and the like decide between rivals and have none."""
    return ends.is_called(actor, {*bodies(), *bodies().values(), *modal_words()["authority"]})
