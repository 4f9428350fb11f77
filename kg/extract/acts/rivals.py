"""Whose rival a rival is, where neither genitive nor pronoun says so ("der Konkurrent B")."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.acts.clauses import logical_subjects
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.teams import clubs
from kg.extract.syntax import child, children, clause_head, feature, rel
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
    others = [s for s in subjects if not _is_authority(s.actor, ends)]
    fitting = alike or _named_last(noun, acting, kind, ends) or _fitting(others, kind, ends)
    return fitting or _taken_for_another(noun, acting, kind, sources[0], ends)


def _fitting(subjects: list[End], kind: ActorKind, ends: Ends) -> list[End]:
    """Not the person who speaks of the rival of a company, but that person's company."""
    return subjects if kind is ActorKind.PERSON else clubs(subjects, ends)


def are_rivals(noun: Token, sources: Sequence[End]) -> bool:
    """ "die beiden Rivalen A und B", "A und B sind Rivalen", "Die Rivalen A und B trafen sich": each the other's."""
    if len({s.actor for s in sources}) < 2 or children(noun, "nmod", "det:poss"):
        return False
    if feature(noun, "Number") == "Sing" and child(noun, "nsubj") is None:
        # "Spitzenkandidat A und Parteichef B": a title is the one's whose name it stands before.
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


def _taken_for_another(noun: Token, acting: set[str], kind: ActorKind, rival: End, ends: Ends) -> list[End]:
    """A name of one word does not tell whether it is a person's or a company's."""
    if kind is ActorKind.PERSON:
        return _named_last(noun, acting, ActorKind.ORGANIZATION, ends) if _is_short(rival.actor, ends) else []
    found = _named_last(noun, acting, ActorKind.PERSON, ends) if kind is ActorKind.ORGANIZATION else []
    return [e for e in found if _is_short(e.actor, ends)]


def _is_short(actor: str, ends: Ends) -> bool:
    return " " not in ends.cast.actor(actor).label


def _is_alike(actor: str, kind: ActorKind, ends: Ends) -> bool:
    return ends.cast.actor(actor).kind is kind and not _is_authority(actor, ends)


def _is_authority(actor: str, ends: Ends) -> bool:
    """Courts, ministries and the like decide between rivals and have none."""
    return ends.is_called(actor, {*bodies(), *bodies().values(), *modal_words()["authority"]})
