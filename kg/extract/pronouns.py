"""Pronouns and possessives: whom they take up."""

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.clusters import Entity
from kg.extract.salience import SENTENCE_COST, WINDOW, History, Reference, gender_cost, weight
from kg.extract.syntax import children, clause_head, feature, finite, rel, subjects, verb_lemma
from kg.facts import ActorKind
from kg.lexicon.people import PronounEntry, pronouns
from kg.lexicon.reporting import verbs_by_lemma

ARGUMENTS = ("nsubj", "obj", "iobj", "obl")
MOST_CLAUSES = 3
"""Clauses from a pronoun up to the one whose subject it stands before."""
THING_COST = 1.0
"""Of taking a thing for the antecedent of a pronoun; actors are what news speaks of."""


def resolve_pronoun(
    token: Token, history: History, by_token: Mapping[int, Entity], speakers: frozenset[Entity] = frozenset()
) -> Entity | None:
    """The entity that a pronoun of the third person takes up, or None.

    Args:
        speakers: who says the direct speech that the pronoun stands in; they would be "ich" there.
    """
    entries = pronouns().get(token.lower_, ())
    if not entries or token.pos_ not in ("PRON", "DET", "PROPN", "X", "ADV"):
        return None
    entry = _entry(token, entries)
    if entry is None:
        return None
    if entry.kind == "relative":
        return _antecedent(token, by_token)
    if entry.kind == "reflexive":
        return next((e for s in subjects(clause_head(token)) if (e := by_token.get(s.i))), None)
    readings = _readings(token, entry)
    if entry.kind == "possessive":
        return _owner(token, readings, history, by_token, speakers)
    if _is_polite(token):
        return None
    verb = token.head
    others: set[int] = set()
    if rel(token) in ARGUMENTS:
        for child in children(verb, *ARGUMENTS):
            if child.i != token.i:
                others.update(t.i for t in child.subtree if rel(t) in ARGUMENTS or t.i == child.i)
        if rel(token) not in ("nsubj",):
            others.update(s.i for s in subjects(verb))

    def fits(ref: Reference) -> float | None:
        entity, word = ref.entity, ref.gender
        if word not in readings and entity.kind is ActorKind.COUNTRY and entity.gender not in ("Plur", *readings):
            return None
        return gender_cost(entity, readings, word=word)

    barred = speakers | {e for i in others if (e := by_token.get(i))}
    if entry.kind == "demonstrative":
        if children(token, "acl"):
            return None  # "jene, die …": whoever they are
        # "Dieser" takes up what was named last, not what the sentence before was about.
        last = history.last(lambda e: e not in barred and gender_cost(e, readings) is not None, token.i, WINDOW)
        if last is None or rel(token) == "nsubj":
            return last
        return None if _thing_since(token, readings, last, history, by_token) else last
    best = history.most_salient(token, fits, barred)
    if best is None or _means_thing(token, readings, best[0], history, by_token):
        return None
    found = best[1]
    # What is acted on is a thing as often as not; what acts is mostly somebody, and so is "ihn" (two of two in 500
    # Wikinews articles, "sie" none of two).
    if rel(token) == "obj" and "Masc" not in readings and _thing_since(token, readings, found, history, by_token):
        return None
    return found


def named_ahead(token: Token, by_token: Mapping[int, Entity], barred: frozenset[Entity] = frozenset()) -> Entity | None:
    """Whom a pronoun stands before: the subject of its clause or of the one above ("Nach ihrer Wahl sagte Maier").

    Args:
        barred: who cannot be meant (who says the direct speech that the pronoun stands in).
    """
    entry = _entry(token, pronouns().get(token.lower_, ()))
    if entry is None or entry.kind not in ("personal", "possessive") or _may_address(token):
        return None
    if entry.kind == "personal" and rel(token) != "nsubj":
        return None
    readings = _readings(token, entry)
    clause = clause_head(token)
    for _ in range(MOST_CLAUSES):
        own = entry.kind == "personal" and clause.i == token.head.i
        for subject in () if own else subjects(clause):
            entity = by_token.get(subject.i)
            if subject.i < token.i or entity is None or entity in barred or token in subject.subtree:
                continue
            if gender_cost(entity, readings) is not None:
                return entity
        if clause.head.i == clause.i:
            return None
        clause = clause_head(clause.head)
    return None


def _may_address(token: Token) -> bool:
    """Whether a pronoun with a capital can mean the hearer: at the beginning of direct speech."""
    return token.text[:1].isupper() and token.i > 0 and (_is_polite(token) or token.nbor(-1).is_quote)


def _means_thing(
    token: Token, readings: tuple[str, ...], score: float, history: History, by_token: Mapping[int, Entity]
) -> bool:
    """Whether a thing of the fitting gender is likelier meant than the actor: "Die Technik nutzt X. Sie ist sicher."

    Who says something is nobody of these.
    """
    if rel(token) == "nsubj" and verb_lemma(token.head) in verbs_by_lemma():
        return False
    for i in range(token.i - 1, -1, -1):
        distance = history.sentence[token.i] - history.sentence[i]
        if distance > 1:
            return False
        word = token.doc[i]
        if word.pos_ != "NOUN" or i in by_token or rel(word) not in ARGUMENTS or word.head.i == token.head.i:
            continue
        gender = "Plur" if feature(word, "Number") == "Plur" else feature(word, "Gender")
        if gender in readings and weight(word) - SENTENCE_COST * distance - THING_COST > score:
            return True
    return False


def _thing_since(
    token: Token, readings: tuple[str, ...], entity: Entity, history: History, by_token: Mapping[int, Entity]
) -> bool:
    """Whether a pronoun can take up a thing named after the actor: "Sie plant die Reform, er lehnt sie ab." """
    for i in range(token.i - 1, -1, -1):
        word = token.doc[i]
        if by_token.get(i) is entity or history.sentence[token.i] - history.sentence[i] > 1:
            return False
        gender = "Plur" if feature(word, "Number") == "Plur" else feature(word, "Gender")
        if word.pos_ == "NOUN" and i not in by_token and gender in readings and rel(word) in ARGUMENTS:
            return True
    return False


def _entry(token: Token, entries: tuple[PronounEntry, ...]) -> PronounEntry | None:
    """The reading of an ambiguous form: "ihr" as possessive or personal, "der" only as a relative pronoun."""
    kinds = {e.kind: e for e in entries}
    if "relative" in kinds:
        clause = _relative_clause(token)
        if clause is None:
            return kinds.get("demonstrative")  # "Deren Vorsitzende sagte"
        opens = token.pos_ == "PRON" and rel(token) != "det"
        return kinds["relative"] if opens or "demonstrative" in kinds else None
    if "possessive" in kinds and (feature(token, "Poss") == "Yes" or rel(token) == "det"):
        return kinds["possessive"]
    if "demonstrative" in kinds:
        alone = rel(token) in ("nsubj", "obj", "iobj", "nmod", "obl")
        return kinds["demonstrative"] if alone else None
    if rel(token) == "det":
        return None
    return kinds.get("personal") or kinds.get("reflexive")


def _readings(token: Token, entry: PronounEntry) -> tuple[str, ...]:
    """Genders that are possible here: a subject's number shows in its verb."""
    readings: tuple[str, ...] = entry.readings
    if len(readings) > 1 and "Plur" in readings and rel(token) == "nsubj":
        verb = finite(token.head)
        number = feature(verb, "Number") if verb is not None else None
        if number == "Plur":
            return ("Plur",)
        if number == "Sing":
            return tuple(r for r in readings if r != "Plur")
    return readings


def _is_polite(token: Token) -> bool:
    """Whether "Sie" addresses the hearer: a capital inside the sentence."""
    return token.text[:1].isupper() and not token.is_sent_start and token.i > 0 and token.nbor(-1).is_alpha


def _relative_clause(token: Token) -> Token | None:
    """Head of the relative clause that the pronoun opens."""
    head = token
    for _ in range(6):
        if head.head.i == head.i:
            return None
        head = head.head
        if rel(head) == "acl":
            return head
    return None


def _antecedent(token: Token, by_token: Mapping[int, Entity]) -> Entity | None:
    clause = _relative_clause(token)
    if clause is None or clause.head.i >= token.i:
        return None
    number, gender = feature(token, "Number"), feature(token, "Gender")
    for candidate in (clause.head, token.nbor(-2) if token.i > 1 else None):
        entity = by_token.get(candidate.i) if candidate is not None else None
        if entity is None:
            continue
        clash = entity.kind is ActorKind.PERSON and number == "Sing" and gender and entity.gender not in (None, gender)
        clash = clash or (
            number == "Plur" and entity.gender in ("Masc", "Fem", "Neut") and not children(clause.head, "conj")
        )
        if not clash:
            return entity
    return None


def _owner(
    token: Token,
    readings: tuple[str, ...],
    history: History,
    by_token: Mapping[int, Entity],
    speakers: frozenset[Entity],
) -> Entity | None:
    """A possessive belongs first to the subject of its clause, then to the most salient fitting actor."""

    def fits(ref: Reference) -> float | None:
        if ref.entity.kind is ActorKind.COUNTRY and ref.entity.gender in readings:
            return 0.3
        return gender_cost(ref.entity, readings, body=0.7, word=ref.gender)

    noun = token.head
    for subject in subjects(clause_head(token)):
        entity = by_token.get(subject.i)
        fitting = entity is not None and fits(Reference(subject.i, 0, entity, 0.0)) is not None
        if fitting and subject.i < token.i and subject.i != noun.i:
            return entity
    best = history.most_salient(token, fits, speakers)
    return best[1] if best is not None else None
