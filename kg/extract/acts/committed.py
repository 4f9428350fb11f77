"""Deeds that a relative clause gives to whoever committed them: "Anschläge auf die Polizei, die Rebellen verübten"."""

from spacy.tokens import Token

from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import Ends
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.relatives import doers
from kg.extract.acts.slots import noun_deed, slot_targets
from kg.extract.syntax import children, verb_words
from kg.facts import Act, Polarity
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import MATERIAL, NounAct, Reach, polarity


def committed_deed(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    """The act of a noun whose doer stands in the relative clause behind it."""
    if entry.act not in MATERIAL or entry.act is Act.COMPETE or polarity(entry.act) is not Polarity.OPPOSING:
        return None
    # "Anschläge auf die Polizei, die …": the parser takes the last noun for what is committed.
    clauses = [c for n in (noun, *children(noun, "nmod")) for c in children(n, "acl") if c.i > noun.i]
    clause = next((c for c in clauses if modal_words()["committing"] & set(verb_forms(c))), None)
    if clause is None:
        return None
    sources = ends.all_actors(doers(clause), Reach.ACTOR)
    acting = {s.actor for s in sources}
    targets = [t for t in slot_targets(noun, entry, ends, None)[0] if t.actor not in acting]
    if not sources or not targets:
        return None
    return noun_deed(noun, entry, targets, sources, (noun, *verb_words(clause)), "carrier")
