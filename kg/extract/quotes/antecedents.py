"""Whose words a Konjunktiv without cue are that does not stand right behind a quotation."""

from spacy.tokens import Token

from kg.extract.quotes.draft import Draft, Scene
from kg.extract.quotes.main_clause import main_verb
from kg.extract.quotes.speaker import put_speaker
from kg.extract.syntax import child, children, feature, rel
from kg.facts import QuotationKind
from kg.lexicon.reporting import markers, noun_of
from kg.lexicon.verb_forms import ACTIVE

FARTHEST = 2
"""Sentences behind a quotation in which its speaker still speaks; farther away 4 of 17 did in the train articles."""
SUBJECTS_BACK = 3
"""Sentences in which a subject is looked for where no quotation stands before."""


def speaker_before(scene: Scene, n: int, source: Draft | None, since: int) -> Draft | None:
    """The speaker of sentence `n`, as the source of what runs on.

    The sentence right before names it where it is about somebody, or about what a document says, outside quotation
    marks; else the last quotation does.

    Args:
        source: the last quotation.
        since: how many sentences ago that was.

    Returns:
        A quotation to take the speaker from, without one where it is nobody's; None if nobody has been named.
    """
    if source is None:
        return _last_subject(scene, n)
    old = None if source.speaker_head is None else scene.cast.of(scene.doc[source.speaker_head])
    first, last = scene.sentences[n - 1]
    verb = main_verb(scene, first, last)
    if verb is None or verb.lemma_ not in markers("modal"):
        words = [scene.doc[i] for i in range(first, last + 1) if scene.block_of(i) is None]
        subjects = [t for t in words if _is_main_subject(t) and scene.cast.of(t) is not None]
        if any(scene.cast.of(t) == old for t in subjects[:1]):
            return source if subjects[0].pos_ == "PRON" else _stand_in(scene, subjects[0])
        named = next((t for t in subjects if _is_definite(t)), None) or next((t for t in words if _contains(t)), None)
        if named is not None:
            return _stand_in(scene, named)
    return source if since <= FARTHEST else _stand_in(scene, None)


def _is_main_subject(token: Token) -> bool:
    if rel(token) != "nsubj" or token.pos_ not in ("PROPN", "NOUN", "PRON"):
        return False
    active = token.dep_ == "nsubj" or any(c.lemma_ == ACTIVE for c in children(token.head, "aux"))
    return active and rel(token.head) in ("root", "ROOT", "conj")


def _is_definite(token: Token) -> bool:
    """Not "zwölf Reisende" or "Reisende": such ones are mostly what the sentence tells about."""
    bare = token.pos_ == "NOUN" and feature(token, "Number") == "Plur" and child(token, "det") is None
    return child(token, "nummod") is None and not bare


def _contains(token: Token) -> bool:
    """Whether the word is a document in which something stands ("Im Bericht werden Mängel genannt.")."""
    if token.pos_ != "NOUN" or rel(token) != "obl":
        return False
    noun = noun_of(token.lemma_)
    inside = any(c.lower_ in markers("container") for c in children(token, "case"))
    return inside and noun is not None and "document" in noun.roles


def _last_subject(scene: Scene, n: int) -> Draft | None:
    """The actor that the sentences before are about."""
    for m in range(n - 1, max(-1, n - 1 - SUBJECTS_BACK), -1):
        first, last = scene.sentences[m]
        for token in scene.doc[first : last + 1]:
            if _is_main_subject(token) and _is_definite(token) and scene.cast.of(token) is not None:
                return _stand_in(scene, token)
    return None


def speaking(scene: Scene, source: Draft) -> Draft:
    """The quotation itself, or whom "eigene Angaben" are of instead of these words."""
    head = source.speaker_head
    if head is None or head in source.speaker or not is_own(scene, source.speaker):
        return source
    return _stand_in(scene, scene.doc[head])


def is_own(scene: Scene, phrase: list[int]) -> bool:
    """Whether the phrase names a source that is the subject's own ("eigenen Angaben")."""
    return any(scene.doc[i].lower_ in markers("own") for i in phrase)


def _stand_in(scene: Scene, speaker: Token | None) -> Draft:
    draft = Draft(QuotationKind.REPORTED, [], "subject before", 0.4)
    if speaker is not None:
        put_speaker(scene, draft, speaker)
    return draft
