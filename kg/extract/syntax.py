"""Questions to a Universal Dependencies parse that several extractors ask: labels and features, no German words."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts import Span
from kg.language.separable import PARTICLE, full_lemma

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass", "parataxis"})
"""Relations whose dependent heads a clause of its own."""


def rel(token: Token) -> str:
    """Main relation without its subtype: `nsubj` for `nsubj:pass`."""
    return token.dep_.split(":")[0]


def children(token: Token, *relations: str) -> list[Token]:
    """Children by main relation (`obl`) or full label (`nsubj:pass`), in text order."""
    return [c for c in token.children if c.dep_ in relations or rel(c) in relations]


def child(token: Token, *relations: str) -> Token | None:
    """First child of one of the relations."""
    return next(iter(children(token, *relations)), None)


def feature(token: Token, name: str) -> str | None:
    """Value of a morphological feature, or None."""
    values: list[str] = token.morph.get(name, [])
    return values[0] if values else None


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it below, in text order."""
    found = [token]
    for c in children(token, "conj"):
        found.extend(conjuncts(c))
    return sorted(found, key=lambda t: t.i)


def is_relative(token: Token) -> bool:
    """Whether it is a relative pronoun; the treebanks say of most that they are demonstratives as well."""
    return "Rel" in token.morph.get("PronType", [])


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries and copulas of a clause's head, in text order."""
    return children(verb, "aux", "cop")


def finite(verb: Token) -> Token | None:
    """The word that carries the clause's mood and tense: the head itself or an auxiliary of it."""
    for t in [*auxiliaries(verb), verb]:
        if feature(t, "VerbForm") == "Fin" or feature(t, "Mood"):
            return t
    return None


def particle(verb: Token) -> Token | None:
    """The separated particle: "mit" of "teilte … mit"."""
    return child(verb, PARTICLE)


def verb_lemma(verb: Token) -> str:
    """Lemma with the separated particle put back: "warf … vor" -> "vorwerfen"."""
    return full_lemma(verb)


def verb_words(verb: Token) -> list[Token]:
    """All parts of the verb: auxiliaries, head, particle, in text order. A copula's predicate counts as head."""
    words = [verb, *auxiliaries(verb)]
    p = particle(verb)
    if p is not None:
        words.append(p)
    return sorted(words, key=lambda t: t.i)


def subjects(verb: Token) -> list[Token]:
    """Heads of the clause's subject phrase.

    A verb coordinated with another shares its subject, an infinitive complement its governor's.
    """
    own = [c for c in verb.children if c.dep_ in SUBJECTS and rel(c) == "nsubj"]
    if own:
        return own
    if rel(verb) in ("conj", "xcomp") and verb.head.i != verb.i:
        return subjects(verb.head)
    return []


def is_passive(verb: Token) -> bool:
    """Whether the clause is passive ("wurde mitgeteilt")."""
    return any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)


def case_words(noun: Token) -> list[str]:
    """The phrase's adpositions in lower case: ["nach"], ["im"]."""
    return [c.lower_ for c in children(noun, "case")]


def clause_head(token: Token) -> Token:
    """Head of the smallest clause that holds the token: a predicate, or the sentence's root."""
    t = token
    while t.head.i != t.i and rel(t) not in CLAUSES and not (rel(t) == "conj" and t.pos_ in ("VERB", "AUX")):
        t = t.head
    return t


def subtree(token: Token, without: frozenset[int] = frozenset()) -> list[Token]:
    """Words of the token's subtree in text order, leaving out the subtrees headed by the indices in `without`."""
    out: list[Token] = []
    stack = [token]
    while stack:
        t = stack.pop()
        if t.i in without and t.i != token.i:
            continue
        out.append(t)
        stack.extend(t.children)
    return sorted(out, key=lambda t: t.i)


def trimmed(tokens: list[Token]) -> list[Token]:
    """The words without white space and punctuation at both ends."""
    a, b = 0, len(tokens)
    while a < b and (tokens[a].is_space or tokens[a].pos_ == "PUNCT" or tokens[a].is_punct):
        a += 1
    while b > a and (tokens[b - 1].is_space or tokens[b - 1].pos_ == "PUNCT" or tokens[b - 1].is_punct):
        b -= 1
    return tokens[a:b]


def span_of(tokens: list[Token]) -> Span:
    """From the first token's first to the last token's last character."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """Stretches of neighbouring tokens, in text order (for constituents with gaps)."""
    run: list[Token] = []
    for t in sorted(tokens, key=lambda t: t.i):
        if run and t.i != run[-1].i + 1:
            yield run
            run = []
        run.append(t)
    if run:
        yield run


def phrase(noun: Token) -> list[Token]:
    """A noun phrase as one stretch around its head, adpositions and relative clauses left out, determiners kept."""
    outside = ("case", "acl", "advcl", "parataxis", "cc", "conj", "punct", "cop", "nsubj")
    skip = frozenset(c.i for c in noun.children if rel(c) in outside)
    words = trimmed(subtree(noun, skip))
    return next((r for r in runs(words) if noun in r), [noun])
