"""The words that a verb's frame needs beside it: "Kritik" and "an" in "übte Kritik an"."""

from spacy.tokens import Token

from kg.extract.acts.clauses import introduced, is_reflexive
from kg.extract.acts.contest_words import in_contest
from kg.extract.acts.forms import noun_forms
from kg.extract.acts.nominal import adpositions, prepositional
from kg.extract.syntax import children, is_relative, rel
from kg.lexicon.act_words import contractions, modal_words
from kg.lexicon.acts import NeutralVerb, VerbAct, neutral_verbs

_BESIDE = ("obj", "obl", "obl:arg", "iobj", "nsubj", "xcomp", "compound", "advmod", "dep", "appos", "nmod")
_BEHIND = ("appos", "nmod", "conj", "flat")
_COMPOUNDED = 7
"""Letters of an idiom's noun that a compound may stand for ("vor das Verwaltungsgericht ziehen")."""


class Surroundings:
    """The nouns around a verb, looked up once for all its frames."""

    def __init__(self, verb: Token) -> None:
        self.verb = verb
        self._nouns: list[tuple[Token, tuple[str, ...]]] | None = None

    def noun(self, wanted: str, at: str | None) -> Token | None:
        """The noun, in an idiom behind its own preposition and seldom as the end of a compound."""
        if self._nouns is None:
            self._nouns = [(n, noun_forms(n)) for n in self._near()]
        for noun, forms in self._nouns:
            if at is None or (at and len(wanted) >= _COMPOUNDED):
                fits = any(_is_kind_of(form, wanted) for form in forms)
            else:
                fits = wanted in forms
            if fits and (at is None or (at in _introducing(noun) if at else not adpositions(noun))):
                return noun
        return None

    def _near(self) -> list[Token]:
        near = [c for c in self.verb.children if rel(c) in _BESIDE]
        near += [c for word in modal_words()["role"] for c in introduced(self.verb, word)]
        near += [g for c in near for g in children(c, *_BEHIND) if not children(g, "cc")]
        # "hob die Reform des Ministers aus den Angeln", "ließ ihn im Regen stehen"
        near += [h for c in near if rel(c) == "nmod" for h in children(c, "nmod") if adpositions(h)]
        near += [o for c in children(self.verb, "xcomp") for o in children(c, "obl")]
        near += _antecedent(self.verb)
        return [c for c in dict.fromkeys(near) if c.text[0].isupper()]


def _introducing(noun: Token) -> set[str]:
    """Prepositions before the noun, whatever the parser takes "hinters" for."""
    words = contractions()
    return {words.get(c.lower_, c.lower_) for c in noun.lefts} | set(adpositions(noun))


def is_neutral(verb: Token, forms: tuple[str, ...], around: Surroundings | None = None) -> bool:
    """Whether what stands beside the verb makes it tell no act ("aus dem Krankenhaus entlassen")."""
    known = next((neutral_verbs()[f] for f in forms if f in neutral_verbs()), ())
    return any(companions(verb, entry, around) is not None for entry in known)


def companions(verb: Token, entry: VerbAct | NeutralVerb, around: Surroundings | None = None) -> list[Token] | None:
    """The words beside the verb that the frame needs, or None where one is missing."""
    if entry.only_contest and not in_contest(verb):
        return None
    if entry.reflexive is not None and entry.reflexive != is_reflexive(verb):
        return None
    found: list[Token] = []
    if entry.noun is not None:
        noun = (around or Surroundings(verb)).noun(entry.noun.lower(), entry.at)
        if noun is None:
            return None
        found.append(noun)
    if entry.word is not None:
        # "stellte ihm ein gutes Zeugnis aus": an idiom's adjective stands at its noun.
        near = [*verb.children, *(c for noun in found for c in noun.doc[noun.left_edge.i : noun.i])]
        words = [c for c in near if entry.word in (c.lower_, c.lemma_)]
        if not words:
            return None
        found.append(words[0])
    if entry.preposition is not None and not (
        introduced(verb, entry.preposition) or prepositional(verb, entry.preposition)
    ):
        return None
    return found


def partners(verb: Token) -> list[Token]:
    """ "Gemeinsam mit dem Minister forderte der Präsident …": who does it with the subject."""
    jointly = modal_words()["jointly"]
    heads = [verb, *(c for c in children(verb, "advmod") if c.lower_ in jointly)]
    beside = [(n, c) for h in heads for n in prepositional(h, "mit") for c in n.children if c.lower_ == "mit"]
    return [n for n, c in beside if c.i > verb.sent.start and c.nbor(-1).lower_ in jointly]


def _antecedent(verb: Token) -> list[Token]:
    """ "ein Preis, den der Präsident ihm verlieh": the noun that a relative pronoun beside the verb stands for."""
    if verb.dep_ != "acl:relcl" or not any(is_relative(c) and not adpositions(c) for c in verb.children):
        return []
    return [verb.head] if verb.head.pos_ == "NOUN" else []


def _is_kind_of(form: str, wanted: str) -> bool:
    """Whether the form is the noun or a compound of it ("Unverständnis" is none)."""
    return form.endswith(wanted) and form[: -len(wanted)] not in modal_words()["contrary"]
