"""Sources named by a preposition ("laut Polizei", "Berichten zufolge") or taken up again ("wonach", "demnach")."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.quotes.antecedents import is_own
from kg.extract.quotes.draft import BRACKETS, Draft, Scene, is_mark, trim
from kg.extract.quotes.inquit import next_word, previous_word
from kg.extract.quotes.mood import finite, is_finite, subjunctive
from kg.extract.quotes.speaker import noun_phrase, with_origin
from kg.extract.syntax import CLAUSES, child, children, feature, is_relative, rel, subjects, subtree
from kg.facts import QuotationKind
from kg.lexicon.reporting import markers, noun_of

GENITIVE = ("er", "es")
"""Ends of the first word of a genitive right behind a noun without article: "Angaben [der Bahn]"."""

DATIVE_END = "em"
"""Of an article: never a genitive, whatever the parse says ("Angaben [dem Transport]")."""


def find_prepositions(scene: Scene) -> Iterator[Draft]:
    """Indirect quotations whose source is a prepositional phrase; the clause around it is the content."""
    for token in scene.doc:
        word = token.lower_
        if word in markers("relative") or _before_relative_pronoun(scene, token):
            draft = _relative(scene, token)
        elif word in markers("preposition", "weak preposition"):
            draft = _preposition(scene, token)
        elif word in markers("resumptive", "doubtful resumptive"):
            draft = _resumptive(scene, token)
        else:
            continue
        if draft is not None:
            yield draft


def _preposition(scene: Scene, token: Token) -> Draft | None:
    weak = token.lower_ in markers("weak preposition")
    noun = _governed(scene, token, weak)
    if noun is None or ((block := scene.block_of(token.i)) is not None and block.last - block.first > 8):
        return None
    phrase = _source_phrase(scene, token, noun)
    if weak and not _is_source(scene, token, noun, phrase):
        return None
    if not phrase or (rel(noun) == "nsubj" and weak):
        return None
    addressee = _addressee(scene, noun, phrase)
    pp = sorted({token.i, *phrase, *addressee})
    pp = list(range(pp[0], max(pp[-1], _end_of_relative(scene, pp)) + 1))
    words = _content(scene, token, noun, pp)
    if not words:
        return None
    draft = Draft(
        QuotationKind.INDIRECT,
        words,
        "preposition + source",
        0.75 if weak else 0.85,
        cue=[token.i],
        frame=_with_comma(scene, pp),
        speaker=phrase,
        speaker_head=noun.i,
        cue_lemma=token.lower_,
    )
    if is_own(scene, phrase):
        owner = next((t for t in subjects(noun.head) if scene.cast.of(t) is not None), noun)
        draft.speaker_head = owner.i
    if addressee:
        draft.addressee, draft.addressee_head = addressee[1:], addressee[-1]
    return draft


def _with_comma(scene: Scene, pp: list[int]) -> list[int]:
    """Adds the comma behind an apposition or relative clause: "nach Meinung von Meier, dem Sprecher[,] …"."""
    after = next_word(scene.doc, pp[-1])
    closes = after < len(scene.doc) and scene.doc[after].text == "," and any(scene.doc[i].text == "," for i in pp)
    return [*pp, after] if closes else pp


def _end_of_relative(scene: Scene, pp: list[int]) -> int:
    """Last word of a relative clause or participle behind the source: "nach Meier, der dabei war, …"."""
    behind = [c for i in pp for c in children(scene.doc[i], "acl") if c.i > pp[-1]]
    trees = [[t.i for t in subtree(c) if t.i > pp[-1]] for c in behind]
    return max((tree[-1] for tree in trees if tree and tree[0] <= pp[-1] + 2), default=pp[-1])


def _governed(scene: Scene, token: Token, weak: bool) -> Token | None:
    """The noun that the preposition governs, before or behind it."""
    doc = scene.doc
    first, last = scene.sentence(token.i)
    before = previous_word(doc, token.i)
    if (_follows(token) or (weak and before >= first and _is_behind(token, scene.doc[before]))) and before >= first:
        return _phrase_before(scene, before, first)
    governs = rel(token) == "case" and token.head.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")
    if governs and (weak or token.head.i > token.i):
        return token.head.head if rel(token.head) == "compound" else token.head
    if weak and rel(token) not in ("case", "dep", "advmod", "obl"):
        return None
    for i in range(token.i + 1, min(token.i + 6, last + 1)):
        if doc[i].pos_ in ("NOUN", "PROPN"):
            return doc[i]
        if doc[i].pos_ not in ("DET", "ADJ", "NUM", "ADP") and not is_mark(doc[i]):
            break
    return None


def _follows(token: Token) -> bool:
    """Whether the preposition stands behind its phrase, as "zufolge" does."""
    return token.lower_ in markers("postposition")


def _is_behind(token: Token, before: Token) -> bool:
    """Whether a preposition stands behind its noun: "ihrer Meinung nach", "dem Vernehmen nach"."""
    entry = noun_of(before.lemma_) if before.pos_ == "NOUN" else None
    opens = rel(token) == "case" and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN", "PRON")
    return entry is not None and "source" in entry.roles and child(before, "case") in (None, token) and not opens


def _phrase_before(scene: Scene, before: int, first: int) -> Token | None:
    """Head of the noun phrase that ends right before the postposition."""
    best: Token | None = None
    for t in (scene.doc[before], *scene.doc[before].ancestors):
        if not first <= t.i <= before or t.pos_ not in ("NOUN", "PROPN", "PRON"):
            break
        best = t
        if rel(t) not in ("nmod", "appos", "flat", "conj", "compound"):
            break
    return best


def _source_phrase(scene: Scene, token: Token, noun: Token) -> list[int]:
    phrase = [i for i in noun_phrase(scene, noun, markers("addressee")) if i != token.i]
    after = noun.i > token.i
    kept = [i for i in phrase if (i > token.i) == after]
    kept = trim(scene.doc, kept) or [noun.i]
    if not after:
        return kept
    if noun_of(noun.lemma_) is None and child(noun.head, "aux:pass") is None:
        kept = with_origin(scene, kept)
    first = scene.sentence(token.i)[0]
    if any(is_finite(scene.doc[i]) for i in range(first, token.i)):
        kept = _without_circumstances(noun, kept)
    return _with_genitive(scene, kept)


def _without_circumstances(noun: Token, phrase: list[int]) -> list[int]:
    """Leaves out what the parse took from the clause: "nach eigenen Angaben [im Süden des Landes]"."""
    entry = noun_of(noun.lemma_)
    if entry is None or "document" in entry.roles:
        return phrase
    for c in children(noun, "nmod"):
        cases = children(c, "case")
        apart = any(g.lower_ not in markers("source") for g in cases[:1]) or (not cases and _is_dative(c))
        if c.i > noun.i and apart:
            start = min(t.i for t in c.subtree)
            return [i for i in phrase if i < start] or phrase
    return phrase


def _is_dative(token: Token) -> bool:
    """Plainly so: with a feminine article dative and genitive look alike."""
    articles = children(token, "det")
    shown = any(d.lower_.endswith(DATIVE_END) for d in articles)
    return shown or (feature(token, "Gender") != "Fem" and any(feature(d, "Case") == "Dat" for d in articles))


def _with_genitive(scene: Scene, phrase: list[int]) -> list[int]:
    """Adds a genitive right behind it that the parse hung elsewhere: "nach Angaben [irischer Behörden]"."""
    doc = scene.doc
    start = next_word(doc, phrase[-1])
    bare = len(phrase) == 1 and noun_of(doc[phrase[0]].lemma_) is not None
    i = start
    while i < len(doc) and doc[i].pos_ in ("DET", "ADJ") and (bare or feature(doc[i], "Case") == "Gen"):
        i += 1
    if i == start or i >= len(doc) or doc[i].pos_ not in ("NOUN", "PROPN") or doc[i].head.i in phrase:
        return phrase
    genitive = bare and doc[start].lower_.endswith(GENITIVE)
    if not genitive and (bare or feature(doc[i], "Case") not in (None, "Gen")):
        return phrase
    return [*phrase, *range(phrase[-1] + 1, max(j for j in noun_phrase(scene, doc[i]) if j >= i) + 1)]


def _is_source(scene: Scene, token: Token, noun: Token, phrase: list[int]) -> bool:
    """Whether the noun names speech: "nach Angaben", but not "nach dem Bericht des Ministers ging er"."""
    if token.lower_ in markers("source preposition") and scene.cast.of(noun) is not None:
        return True
    entry = noun_of(noun.lemma_) or noun_of(noun.text)
    if entry is None or "source" not in entry.roles:
        return False
    plain = "document" not in entry.roles
    owner = any(feature(scene.doc[i], "Case") == "Gen" for i in phrase if i != noun.i) or len(phrase) > 1
    return plain or owner or feature(noun, "Number") == "Plur"


def _addressee(scene: Scene, noun: Token, phrase: list[int]) -> list[int]:
    """ "gegenüber dem Sender" right behind the source, the preposition included."""
    doc = scene.doc
    after = next_word(doc, phrase[-1])
    if after >= len(doc) or doc[after].lower_ not in markers("addressee"):
        return []
    head = doc[after].head
    if head.i <= after:
        return []
    return [after, *(i for i in noun_phrase(scene, head) if i > after)]


def _content(scene: Scene, token: Token, noun: Token, pp: list[int]) -> list[int]:
    """The sentence without the phrase; of a phrase in a relative or other subordinate clause only that clause."""
    doc = scene.doc
    first, last = scene.sentence(token.i)
    inside = set(pp)
    clause = _clause_around(noun, inside)
    words = range(first, last + 1)
    if clause is not None:
        tree = [t.i for t in subtree(clause) if first <= t.i <= last]
        if tree and len(tree) > 3:
            words = range(tree[0], tree[-1] + 1)
            words = _within_brackets(scene, words, token.i)
    rest = [i for i in words if i not in inside]
    before = [i for i in rest if i < pp[0]]
    behind = [i for i in rest if i > pp[-1]]
    content = trim(doc, before) + trim(doc, behind)
    return content if any(_carries(doc[i]) for i in content) else []


def _carries(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX", "NOUN", "ADJ")


def _within_brackets(scene: Scene, words: range, at: int) -> range:
    doc = scene.doc
    for i in range(at, words.start, -1):
        if doc[i].text in BRACKETS.values():
            break
        if doc[i].text in BRACKETS:
            end = next((j for j in range(at, words.stop) if doc[j].text == BRACKETS[doc[i].text]), words.stop)
            return range(i + 1, end)
    return words


def _clause_around(noun: Token, inside: set[int]) -> Token | None:
    """The subordinate or coordinated clause that holds the phrase, None for the sentence's main clause."""
    t = noun
    while t.head.i != t.i:
        t = t.head
        if t.i in inside:
            continue
        if rel(t) in CLAUSES and t.dep_ not in ("parataxis",) and finite(t) is not None:
            return t
        if rel(t) in ("conj", "parataxis") and finite(t) is not None and children(t, "nsubj"):
            return t
        if rel(t) in ("root", "ROOT"):
            return None
    return None


def _before_relative_pronoun(scene: Scene, token: Token) -> bool:
    """ "Gerüchte, nach denen …": the preposition opens a relative clause."""
    if token.lower_ not in markers("weak preposition") or token.i + 1 >= len(scene.doc):
        return False
    after = scene.doc[token.i + 1]
    before = previous_word(scene.doc, token.i)
    relative = after.pos_ == "PRON" and (is_relative(after) or rel(after.head) == "acl")
    return relative and before >= 0 and scene.doc[before].text == ","


def _relative(scene: Scene, token: Token) -> Draft | None:
    """ "Berichte, wonach …": the clause is the content, the noun before the comma the source."""
    doc = scene.doc
    before = previous_word(doc, token.i)
    first, last = scene.sentence(token.i)
    if before <= first or doc[before].text != ",":
        return None
    head = token.head
    tree = [t.i for t in subtree(head) if t.i > token.i] if head.i > token.i else []
    end = max(tree) if tree and rel(head) in CLAUSES else last
    opened = token.i + 1 if token.lower_ in markers("relative") else token.i + 2
    words = trim(doc, range(opened, end + 1))
    noun = _noun_before(scene, before, head)
    if not words or noun is None:
        return None
    frame = [i for i in range(first, last + 1) if i < opened or i > words[-1]]
    while frame and (doc[frame[-1]].is_space or doc[frame[-1]].text in ".!?…"):
        frame.pop()
    return Draft(
        QuotationKind.INDIRECT, words, "relative + clause", 0.7, cue=[token.i], frame=frame,
        speaker=noun_phrase(scene, noun), speaker_head=noun.i, cue_lemma=token.lower_,
    )  # fmt: skip


def _noun_before(scene: Scene, comma: int, clause: Token) -> Token | None:
    if clause.head.i < comma and clause.head.pos_ in ("NOUN", "PROPN") and noun_of(clause.head.lemma_):
        return clause.head
    first = scene.sentence(comma)[0]
    for i in range(comma - 1, first - 1, -1):
        t = scene.doc[i]
        if t.pos_ == "NOUN" and noun_of(t.lemma_) is not None:
            return t
    before = scene.doc[previous_word(scene.doc, comma)]
    sure = scene.doc[next_word(scene.doc, comma)].lower_ in markers("relative")
    return before if sure and before.pos_ in ("NOUN", "PROPN") else None


def _resumptive(scene: Scene, token: Token) -> Draft | None:
    """ "Demnach sei …": the whole sentence, if its verb is a Konjunktiv or the word can mean nothing else."""
    doc = scene.doc
    first, last = scene.sentence(token.i)
    if token.i - first > 4 or children(token, "ccomp"):
        return None
    verbs = [doc[i] for i in range(first, last + 1) if is_finite(doc[i])]
    if not any(subjunctive(v) for v in verbs) and token.lower_ in markers("doubtful resumptive"):
        return None
    before = trim(doc, range(first, token.i))
    words = before + trim(doc, range(token.i + 1, last + 1))
    if not words:
        return None
    return Draft(
        QuotationKind.INDIRECT, words, "resumptive", 0.6, cue=[token.i], frame=[token.i], cue_lemma=token.lower_,
        speaker=[token.i], speaker_from_before=True,
    )  # fmt: skip
