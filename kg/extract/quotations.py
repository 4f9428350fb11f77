"""Who said what: quotations of all five types in an article.

The strategies run in the order of `find_quotations`; a later one sees what the earlier ones found and leaves it alone:
clear marks first (a comment, quotation marks with a verb), then clauses, then nouns, then what has no cue at all.
"""

from spacy.tokens import Doc

from kg.extract.cast import Cast
from kg.extract.quotes.chains import find_chains, find_hearsay, inherit_speakers
from kg.extract.quotes.comments import find_comments, find_parentheses, find_pointers
from kg.extract.quotes.cues import VerbCue, find_verb_cues
from kg.extract.quotes.direct import find_alone, find_direct
from kg.extract.quotes.draft import Draft, Scene, read_scene
from kg.extract.quotes.finish import finish
from kg.extract.quotes.indirect import find_indirect, with_clause_before_colon
from kg.extract.quotes.nesting import close_marks, find_half_quoted, without_repetition
from kg.extract.quotes.nouns import find_nouns
from kg.extract.quotes.prepositions import find_prepositions
from kg.extract.quotes.quoted_clauses import find_quoted_clauses
from kg.extract.quotes.reported import find_quoted_phrases, find_reported, find_subordinate, find_told_inside
from kg.facts import Quotation


def find_quotations(doc: Doc, cast: Cast) -> tuple[Quotation, ...]:
    """Finds quotations with speaker, cue, addressee and frame.

    Returns:
        In text order; `nested_in` indexes into this tuple.
    """
    if len(doc) == 0:
        return ()
    return finish(*find_drafts(doc, cast))


def find_drafts(doc: Doc, cast: Cast) -> tuple[Scene, list[Draft]]:
    """The quotations of an article that has words, in words of the parse: what `training.confidence` fits on."""
    scene = read_scene(doc, cast)
    cues = list(find_verb_cues(doc))
    return scene, without_repetition(_drafts(scene, cues))


def _drafts(scene: Scene, cues: list[VerbCue]) -> list[Draft]:
    comments = list(find_comments(scene))
    drafts = list(find_direct(scene, cues, comments))
    taken = {i for d in drafts for i in d.cue}
    free = [c for c in cues if not taken & set(c.words)]
    drafts += comments
    drafts += list(find_parentheses(scene, free))
    drafts += list(find_indirect(scene, free + with_clause_before_colon(scene, cues, drafts)))
    drafts += list(find_pointers(scene, free))
    drafts += list(find_prepositions(scene))
    drafts += list(find_nouns(scene, drafts))
    drafts += list(find_quoted_phrases(scene, cues, drafts))
    drafts += list(find_subordinate(scene, free, drafts))
    drafts += list(find_reported(scene, free, drafts))
    drafts += list(find_told_inside(scene, free, drafts))
    inherit_speakers(scene, drafts)
    drafts += list(find_chains(scene, drafts))
    drafts += list(find_hearsay(scene, drafts))
    drafts += list(find_alone(scene, drafts))
    drafts = [d for d in drafts if not d.only_source]
    close_marks(scene, drafts)
    drafts += list(find_half_quoted(scene, drafts))
    drafts += list(find_quoted_clauses(scene, drafts))
    return drafts
