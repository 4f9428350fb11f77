"""Who does not act, and acts that somebody says there are none of."""

from spacy.tokens import Token

from kg.extract.acts.clauses import negated
from kg.extract.acts.deed import Deed
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.neither import is_denied_part
from kg.extract.syntax import children, is_passive, rel
from kg.facts import Act
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import MATERIAL


def is_left_out(end: Token) -> bool:
    """ "keine der Parteien": nobody of whom the verb's opposite is told, as of the two in "weder A noch B"."""
    if end.pos_ in ("VERB", "AUX"):
        # A verb stands for a doer that nothing names: "die Welt könne dem Minister nicht trauen".
        return False
    return negated(end) and not is_denied_part(end)


def is_disputed(deed: Deed) -> bool:
    """ "dementierte eine Absprache mit …", "Von einem Streit könne keine Rede sein"."""
    noun = deed.anchor
    if noun.pos_ != "NOUN" or deed.rule == "standing" or deed.act is Act.COMPETE:
        return False
    verb = noun.head
    said = [verb, *children(verb, "nsubj", "nmod")]
    if any(w.lemma_ in modal_words()["talk"] and negated(w) for w in said):
        return True
    told = rel(noun) == "obj" or (rel(noun) == "nsubj" and is_passive(verb))
    # Who denies a reproach has been reproached.
    return told and deed.act in MATERIAL and bool(set(verb_forms(verb)) & modal_words()["denying"])
