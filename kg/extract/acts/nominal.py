"""What stands in a noun's phrase: its prepositions and cases, genitives and possessives, phrases tied to it."""

from spacy.tokens import Token

from kg.extract.syntax import children, feature, rel
from kg.lexicon.act_words import contractions, modal_words

_NAME_GENITIVE = "s"
_ATTACHED = (
    "obl",
    "obl:arg",
    "nmod",
    "obj",
    "iobj",
    "dep",
    "advmod",
    "xcomp",
    "appos",
    "conj",
    "obl:agent",
    "acl",
    "ccomp",
)


def adpositions(noun: Token) -> list[str]:
    """The phrase's prepositions in lower case, contractions undone: "vom" -> "von"."""
    own = [c for c in noun.children if rel(c) == "case" or (c.pos_ == "ADP" and rel(c) == "dep" and c.i < noun.i)]
    own = [c for c in own if c.lower_ not in modal_words()["neither"]]
    words = [c.lower_ for c in own if c.i > noun.i or c.lower_ not in modal_words()["postposition"]]
    return [contractions().get(w, w) for w in words]


def prepositional(head: Token, preposition: str) -> list[Token]:
    """Heads of the phrases that the preposition ties to `head`."""
    return [c for c in children(head, *_ATTACHED) if preposition in adpositions(c)]


def attached(noun: Token, preposition: str) -> list[Token]:
    """Like `prepositional`, and what follows the noun directly although the parser hangs it elsewhere."""
    found = prepositional(noun, preposition)
    if found:
        return found
    inside = {t.i for t in noun.subtree}
    for head in noun.doc[noun.i + 1 : noun.sent.end]:
        elsewhere = head.head.i < head.i and head.head.i not in inside | {noun.head.i}
        if preposition not in adpositions(head) or elsewhere:
            continue
        first = min(t.i for t in head.subtree)
        if all(i in inside for i in range(noun.i + 1, first)):
            return [head]
    return []


def case_forms(noun: Token) -> set[str | None]:
    """What noun and article say; the parser is surer of one or the other."""
    return {feature(t, "Case") for t in (noun, *children(noun, "det"))}


def possessives(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "det:poss" or feature(c, "Poss") == "Yes"]


def genitives(noun: Token) -> list[Token]:
    """Genitive attributes, "Putins" before the noun too."""
    bare = [
        c
        for c in children(noun, "nmod", "dep", "det", "flat", "appos")
        if not adpositions(c) and c.pos_ in ("NOUN", "PROPN", "PRON", "X", "ADJ")
    ]
    unmarked = [c for c in bare if rel(c) == "nmod" and (feature(c, "Case") is None or _is_name_in_s(c, noun))]
    found = [c for c in bare if c in unmarked or "Gen" in case_forms(c)]
    if found or rel(noun) != "conj" or noun.head.i > noun.i:
        return found
    # "die Spieler und Anhänger des Vereins": the parser gives what stands behind both to the first.
    return [c for c in genitives(noun.head) if c.i > noun.i]


def _is_name_in_s(name: Token, noun: Token) -> bool:
    """ "Müllers Idee", whatever case the parser sees."""
    alone = name.i == noun.left_edge.i == noun.i - 1
    return alone and name.pos_ == "PROPN" and name.lower_.endswith(_NAME_GENITIVE)


def is_known_thing(head: Token) -> bool:
    """A thing that the text has spoken of: "diese Lösung", "dies"."""
    if head.pos_ == "NOUN":
        contracted = any(c.lower_ in contractions() for c in children(head, "case"))
        articles = children(head, "det")
        return contracted or any(feature(d, "PronType") == "Dem" or feature(d, "Definite") == "Def" for d in articles)
    # Alone, "das" is a pronoun although the parser may call it an article.
    return head.pos_ in ("PRON", "DET") and feature(head, "PronType") in ("Dem", "Art")
