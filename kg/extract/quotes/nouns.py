"""Content clauses of nouns: "die Behauptung, dass …", "mit der Begründung, er sei krank"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.quotes.draft import Draft, Scene, trim
from kg.extract.quotes.inquit import previous_word
from kg.extract.quotes.mood import clause_subjunctive, finite, is_finite, is_zu_infinitive, subjunctive
from kg.extract.quotes.speaker import noun_phrase
from kg.extract.syntax import child, children, feature, is_relative, rel, subjects, subtree, verb_lemma
from kg.facts import QuotationKind
from kg.lexicon.reporting import markers, noun_of

ATTRIBUTES = ("DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM")
"""What may stand between a noun and the comma before its clause: "der Vorwurf [der Partei], …"."""


def find_nouns(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Indirect quotations of nouns of speech whose clause no reporting verb has claimed."""
    taken = {i for d in found for i in d.content}
    for token in scene.doc:
        entry = noun_of(token.lemma_) if token.pos_ == "NOUN" else None
        if entry is None or "content" not in entry.roles:
            continue
        clauses = children(token, "acl", "ccomp", "csubj", "advcl", "parataxis", "xcomp")
        found_here = [_content(scene, token, clause) for clause in clauses]
        for words in (*found_here, _behind_comma(scene, token)):
            if words and not taken & set(words):
                yield _draft(scene, token, words)
                break


def _content(scene: Scene, noun: Token, clause: Token) -> list[int]:
    doc = scene.doc
    tree = [t.i for t in subtree(clause) if t.i > noun.i]
    words = trim(doc, tree)
    if not words or doc[previous_word(doc, words[0])].text not in ",:":
        return []
    opening = doc[words[0]].lower_
    relative_clause = clause.dep_ == "acl:relcl" and opening not in markers("declarative")
    marked = opening in markers("declarative") and not relative_clause
    subjunctive = clause_subjunctive(clause) is not None
    infinitive = finite(clause) is None and any(is_zu_infinitive(t) for t in (clause, *children(clause, "aux", "cop")))
    if infinitive and opening not in markers("adverbial infinitive"):
        return list(range(words[0], words[-1] + 1))
    relative = doc[words[0]].pos_ == "PRON" and (clause.dep_ == "acl:relcl" or _is_relative(doc[words[0]]))
    if marked or (subjunctive and not relative):
        return list(range(words[0], words[-1] + 1))
    return []


def _is_relative(token: Token) -> bool:
    return is_relative(token)


def _behind_comma(scene: Scene, noun: Token) -> list[int]:
    """A clause right behind the noun and its attributes, wherever the parse hung it.

    It is opened by "dass" or an infinitive, or has its verb in Konjunktiv in the second place.
    """
    doc = scene.doc
    first, last = scene.sentence(noun.i)
    comma = next((i for i in range(noun.i + 1, last) if doc[i].pos_ not in ATTRIBUTES), last)
    if comma >= last - 1 or doc[comma].text != "," or _is_relative(doc[comma + 1]):
        return []
    opening = doc[comma + 1]
    stop = next((i for i in range(comma + 1, last + 1) if doc[i].text in (",", ":", ";")), last + 1)
    verb = next((doc[i] for i in range(comma + 1, stop) if is_finite(doc[i])), None)
    declarative = opening.lower_ in markers("declarative")
    if verb is None and not declarative:
        plain = opening.pos_ != "SCONJ" and opening.lower_ not in markers("adverbial infinitive")
        ends = [i for i in range(comma + 1, stop) if is_zu_infinitive(doc[i])]
        return list(range(comma + 1, ends[-1] + 1)) if ends and plain else []
    if not declarative and (verb is None or subjunctive(verb) is None or not comma + 1 < verb.i < stop - 1):
        return []
    if not declarative and (opening.pos_ == "SCONJ" or (opening.pos_ == "ADP" and _is_relative(doc[comma + 2]))):
        return []
    before = any(is_finite(doc[i]) for i in range(first, noun.i))
    return trim(doc, range(comma + 1, last + 1 if before else _resumed(scene, comma, last)))


def _resumed(scene: Scene, comma: int, last: int) -> int:
    """Where the clause around goes on with its verb: "Auf den Vorwurf, …, entgegnete sie"."""
    doc = scene.doc
    ends = (i for i in range(comma + 2, last) if doc[i].text == "," and is_finite(doc[i + 1]))
    return next(ends, last + 1)


def _draft(scene: Scene, noun: Token, words: list[int]) -> Draft:
    doc = scene.doc
    first, last = scene.sentence(noun.i)
    det = child(noun, "det")
    frame = [i for i in range(first, last + 1) if i < words[0] or i > words[-1]]
    while frame and (doc[frame[-1]].is_space or doc[frame[-1]].text in ".!?…"):
        frame.pop()
    cue = {noun.i, *([det.i] if det is not None and rel(det) == "det" else []), *_support(noun)}
    shown = sorted(i for i in cue if i not in words)
    draft = Draft(QuotationKind.INDIRECT, words, "noun + clause", 0.5, cue=shown, frame=frame, cue_lemma=noun.lemma_)
    owner = next((c for c in children(noun, "nmod") if feature(c, "Case") == "Gen" and child(c, "case") is None), None)
    owner = owner or next((c for c in children(noun, "nmod", "obl") if _is_source(c)), None)
    owner = owner or _giver(noun)
    if owner is not None:
        draft.speaker, draft.speaker_head = noun_phrase(scene, owner), owner.i
    return draft


def _support(noun: Token) -> list[int]:
    """The verb that the noun is subject or object of: "erging die Aufforderung", "hegt den Verdacht"."""
    if noun.head.pos_ not in ("VERB", "AUX") or rel(noun) not in ("nsubj", "obj"):
        return []
    return [noun.head.i, *(c.i for c in children(noun.head, "aux", "compound:prt", "expl"))]


def _giver(noun: Token) -> Token | None:
    """The subject of "kontert mit dem Argument, …" and "gab den Befehl, …", the source of "von X kam die Bitte, …"."""
    if rel(noun) == "obj" and verb_lemma(noun.head) in markers("giving"):
        return next((c for c in subjects(noun.head) if c.dep_ != "nsubj:pass"), None)
    if rel(noun) == "nsubj":
        return next((c for c in children(noun.head, "obl") if _is_source(c)), None)
    if not any(c.lower_ in markers("instrument") for c in children(noun, "case")):
        return None
    return next((c for c in children(noun.head, "nsubj") if c.dep_ != "nsubj:pass"), None)


def _is_source(token: Token) -> bool:
    return any(c.lower_ in markers("source") for c in children(token, "case"))
