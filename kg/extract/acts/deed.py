"""An act as found in a sentence, before its status is judged."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.acts.ends import End
from kg.facts import Act, Status
from kg.lexicon.acts import Carrying


@dataclass(frozen=True)
class Deed:
    """Who acts on whom by which words.

    Attributes:
        sources: empty where the sentence leaves open who did it.
        anchor: the verb or noun whose clause decides on negation and modality.
        cue: the words that tell the act.
        mutual: sources and targets act on each other, several sources without a target among themselves.
        carrying: what a support verb makes of the act.
        negated: what the act is when negated, if anything.
        spoken: what the act is of a person against a state or body.
        pending: who is meant by the target ("diese Lösung", "die Vorwürfe") has to be told by what was done before.
        status: fixed by the construction itself; otherwise the clause tells.
        word: an auxiliary that belongs to the cue ("kann auf ihn zählen") and plans nothing.
    """

    act: Act
    sources: tuple[End, ...]
    targets: tuple[End, ...]
    anchor: Token
    cue: tuple[Token, ...]
    rule: str
    lemma: str
    mutual: bool = False
    carrying: Carrying = Carrying.ACTUAL
    negated: Act | None = None
    only_negated: bool = False
    spoken: Act | None = None
    pending: bool = False
    status: Status | None = None
    word: str | None = None
