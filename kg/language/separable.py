"""Separable verbs: the lemma with the prefix that stands apart put back."""

from spacy.tokens import Token

PARTICLE = "compound:prt"


def full_lemma(token: Token) -> str:
    """The lemma of the whole verb: "teilte … mit" → "mitteilen"; the plain lemma of other words.

    It is also there as `token._.full_lemma`.
    """
    particle = next((child for child in token.children if child.dep_ == PARTICLE), None)
    return token.lemma_ if particle is None else particle.lower_ + token.lemma_


Token.set_extension("full_lemma", getter=full_lemma, force=True)
