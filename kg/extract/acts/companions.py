"""The words that a verb's frame needs beside it: "Kritik" and "an" in "übte Kritik an"."""

from spacy.tokens import Token

from kg.extract.acts.clauses import in_contest, introduced, is_reflexive, prepositional
from kg.extract.acts.forms import compounds, noun_forms
from kg.extract.syntax import children, feature, rel
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import VerbAct

_BESIDE = ("obj", "obl", "nsubj", "xcomp", "compound", "advmod", "dep", "appos")


def companions(verb: Token, entry: VerbAct) -> list[Token] | None:
    """The words beside the verb that the frame needs, or None where one is missing."""
    if entry.only_contest and not in_contest(verb):
        return None
    if entry.reflexive is not None and entry.reflexive != is_reflexive(verb):
        return None
    found: list[Token] = []
    if entry.noun is not None:
        wanted = entry.noun.lower()
        near = [c for c in verb.children if rel(c) in _BESIDE]
        near += [c for word in modal_words()["role"] for c in introduced(verb, word)]
        near += [g for c in near for g in children(c, "appos", "nmod", "conj", "flat") if not children(g, "cc")]
        near += _antecedent(verb)
        nouns = [c for c in near if c.text[0].isupper() and _is_kind_of(c, wanted)]
        if not nouns:
            return None
        found.append(nouns[0])
    if entry.word is not None:
        words = [c for c in verb.children if entry.word in (c.lower_, c.lemma_)]
        if not words:
            return None
        found.append(words[0])
    if entry.preposition is not None and not (
        introduced(verb, entry.preposition) or prepositional(verb, entry.preposition)
    ):
        return None
    return found


def _antecedent(verb: Token) -> list[Token]:
    """ "ein Preis, den der Präsident ihm verlieh": the noun that a relative pronoun beside the verb stands for."""
    if verb.dep_ != "acl:relcl" or not any(feature(c, "PronType") == "Rel" for c in verb.children):
        return []
    return [verb.head] if verb.head.pos_ == "NOUN" else []


def _is_kind_of(noun: Token, wanted: str) -> bool:
    return any(wanted in compounds(form, len(wanted)) for form in noun_forms(noun))
