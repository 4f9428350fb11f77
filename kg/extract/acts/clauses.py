"""Where the ends of an act stand around a verb or noun: subjects, objects, agents, prepositional phrases."""

from spacy.tokens import Token

from kg.extract.acts.coordination import NOMINAL
from kg.extract.acts.letting import turning, turning_governor
from kg.extract.acts.neither import denied_by_nor, is_nor_part
from kg.extract.acts.nominal import adpositions, case_forms, prepositional
from kg.extract.acts.torn import owning_subject, torn_subject
from kg.extract.agents import agents_before
from kg.extract.syntax import auxiliaries, children, feature, finite, is_passive, is_relative, rel
from kg.language.roles import cases_of_forms
from kg.lexicon.act_words import contractions, modal_words

_MAX_DEPTH = 6
_HER, _THE = "ihr", "der"


def introduced(verb: Token, word: str) -> list[Token]:
    """Phrases that a preposition or "als" introduces, whatever the parser calls that word and hangs them on."""
    near = list(verb.children)
    near += [g for c in near if c.dep_ != "acl:relcl" for g in c.children]
    # "wies die Partei, die als Gefahr gilt, zurück": a relative clause keeps its phrases.
    near += [g for c in verb.children for n in c.children if n.dep_ != "acl:relcl" for g in n.children]
    labels = ("case", "mark", "cc", "advmod", "dep")
    marked = (word, *(short for short, full in contractions().items() if full == word))
    found = [c for c in near if any(m.lower_ in marked and m.i < c.i and rel(m) in labels for m in c.children)]
    return sorted(dict.fromkeys(found), key=lambda t: t.i)


def is_reflexive(verb: Token) -> bool:
    return any(feature(c, "Reflex") == "Yes" or c.lower_ == "sich" for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    if children(verb, "aux", "cop") and any(feature(a, "Mood") for a in children(verb, "aux", "cop")):
        return False
    return feature(verb, "VerbForm") == "Inf" or any(c.pos_ == "PART" and rel(c) == "mark" for c in verb.children)


def _has_zu(verb: Token) -> bool:
    """ "zu" as a word or inside the verb ("vorzulegen")."""
    return any(c.pos_ == "PART" and rel(c) == "mark" for c in verb.children) or len(verb.text.split("zu")) > 1


def is_attributive(word: Token) -> bool:
    """Whether a participle stands at a noun: "der angegriffene Staat"."""
    return rel(word) == "amod" or (
        rel(word) == "acl" and word.dep_ != "acl:relcl" and feature(word, "VerbForm") == "Part"
    )


def is_verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(rel(c) in ("aux", "nsubj") for c in token.children)


def agents(verb: Token) -> list[Token]:
    """Who does what the passive tells: "von der Polizei"."""
    carriers = [v for v in (verb, turning(verb)) if v is not None]
    by = next((found for w in ("von", "durch") for v in carriers if (found := prepositional(v, w))), [])
    if not by and rel(verb) == "amod":
        # "eine vom Minister gewünschte Lösung": the parser gives the agent to the noun.
        by = [c for c in prepositional(verb.head, "von") if c.i < verb.i] or between_article_and(verb, "von")
    if not by and _is_felt(verb):
        by = prepositional(verb.head, "von") or prepositional(verb.head, "durch")
    # "durch das Landgericht wurde vom Gerichtshof …": the finite verb parts what the parser put together.
    parted = [
        g
        for c in by
        for g in prepositional(c, "von")
        if any(a.pos_ == "AUX" and a.head.i == verb.i for a in c.doc[c.i : g.i])
    ]
    if not by:
        by = [g for c in children(verb, "obl:agent") for g in prepositional(c, "von")]
    marked = [c for c in by if c.dep_ == "obl:agent"]
    # The preposition may have gone to the next noun; the label still tells who is meant.
    unmarked = [c for c in children(verb, "obl:agent") if not adpositions(c)]
    found = parted or [*(marked or by), *unmarked]
    if found or not is_passive_clause(verb):
        return found
    if rel(verb) == "conj" and not _subject_candidates(verb) and is_passive_clause(verb.head):
        # "wurde von der Polizei gestellt und getötet"
        return agents(verb.head)
    return agents_before(verb)


def between_article_and(participle: Token, preposition: str) -> list[Token]:
    """ "den von Slowenien eingebrachten Text": what stands between article and participle belongs to it."""
    articles = [d.i for d in children(participle.head, "det") if d.i < participle.i]
    inside = list(participle.doc[articles[-1] + 1 : participle.i]) if articles else []
    return [t for t in inside if t.pos_ in NOMINAL and preposition in adpositions(t)][:1]


def grammatical_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the subject phrase; coordinated verbs share it, infinitives take their governor's."""
    own = _subject_candidates(verb)
    if own:
        return _compound(verb, own)
    if parted := owning_subject(verb):
        return parted
    if depth > _MAX_DEPTH or verb.head.i == verb.i:
        return []
    inherits = (
        rel(verb) == "xcomp"
        or _is_felt(verb)
        or _is_loose_participle(verb)
        or (rel(verb) in ("ccomp", "advcl") and is_infinitive(verb) and _has_zu(verb))
    )
    if inherits or (rel(verb) == "conj" and is_verbal(verb.head)):
        return grammatical_subjects(verb.head, depth + 1)
    return []


def _compound(verb: Token, candidates: list[Token]) -> list[Token]:
    """The first candidate, or all that a plural verb shares out over a list ("A, der Chef von B, und C")."""
    carrier = finite(verb)
    if carrier is None or feature(carrier, "Number") != "Plur":
        return candidates[:1]
    listed = [c for c in candidates[1:] if _follows_in_list(c)]
    return [candidates[0], *listed]


def _follows_in_list(noun: Token) -> bool:
    start = noun.left_edge.i
    before = noun.doc[start - 1] if start > noun.sent.start else noun
    return bool(children(noun, "cc")) or (before.is_punct and before.i < noun.i and noun.i < noun.head.i)


def _subject_candidates(verb: Token) -> list[Token]:
    """What the parser calls subject, the likeliest first: two of them are a subject and an object.

    Masculine nouns show their case, so that a nominative of theirs is sure; number must agree with the verb; of what
    is left, an active subject goes before a passive one, a name before a noun, and the first before the second.
    """
    heads = (verb, *auxiliaries(verb))
    found = [c for h in heads for c in h.children if rel(c) == "nsubj" and not adpositions(c) and not is_nor_part(c)]
    if any(_is_dative(c) for c in found):
        # "die der Ministerin das Amt verwehrt hatte", "ihr der Unternehmer geschenkt hat"
        others = [*bare_objects(verb), *(n for c in found for n in children(c, "nmod"))]
        sure = [c for c in found if not _is_dative(c)] or [o for o in others if _is_nominative(o)]
        found = sure[:1] or found
    if len(found) == 1 and (turned := _before_pronoun(verb, found[0])):
        found = turned
    if not found and not auxiliaries(verb) and feature(verb, "Mood") is None:
        return torn_subject(verb)
    if len(found) < 2:
        return [c for c in found if not _is_accusative(c)]
    carrier = finite(verb)
    number = feature(carrier, "Number") if carrier is not None else None

    def unlikely(candidate: Token) -> tuple[bool, bool, bool, bool, bool, int]:
        own = feature(candidate, "Number")
        compound = bool(children(candidate, "conj"))
        disagrees = number is not None and own is not None and own != number and not (compound and number == "Plur")
        sure = feature(candidate, "Gender") == "Masc" and own == "Sing" and case_forms(candidate) == {"Nom"}
        return (
            _is_accusative(candidate),
            disagrees,
            not sure,
            candidate.dep_ != "nsubj",
            candidate.pos_ == "NOUN",
            candidate.i,
        )

    return sorted(found, key=unlikely)


def _before_pronoun(verb: Token, pronoun: Token) -> list[Token]:
    """ "setzten Beamte sie ab": no subject that is a pronoun follows a noun behind the verb."""
    carrier = finite(verb)
    if pronoun.pos_ != "PRON" or feature(pronoun, "PronType") != "Prs" or carrier is None or carrier.i > pronoun.i:
        return []
    between = [o for o in bare_objects(verb) if o.dep_ == "obj" and carrier.i < o.i < pronoun.i and o.pos_ != "PRON"]
    return [o for o in between if not _is_accusative(o) and case_forms(o) != {"Dat"}][:1]


def _is_dative(word: Token) -> bool:
    """Whether a form that the parser takes for a nominative is rather a dative: "ihr", "der Ministerin"."""
    single = feature(word, "Number") == "Sing"
    if word.pos_ == "PRON":
        return word.lower_ == _HER
    article = next(iter(children(word, "det")), None)
    return single and feature(word, "Gender") == "Fem" and article is not None and article.lower_ == _THE


def _is_nominative(word: Token) -> bool:
    if is_relative(word):
        return "Nom" in cases_of_forms().get(word.lower_, ())
    masculine = feature(word, "Gender") == "Masc" and feature(word, "Number") == "Sing"
    return masculine and any(d.lower_ == _THE for d in children(word, "det")) and feature(word, "Case") != "Gen"


def _is_accusative(noun: Token) -> bool:
    """Whether an article or masculine form shows that the noun is no subject."""
    return any(feature(d, "Case") == "Acc" and feature(d, "Gender") == "Masc" for d in children(noun, "det"))


def _is_felt(verb: Token) -> bool:
    """ "fühlt sich bedroht": the participle's patient is who feels."""
    head = verb.head
    return (
        feature(verb, "VerbForm") == "Part"
        and rel(verb) in ("xcomp", "advmod")
        and head.lemma_ in modal_words()["feeling"]
        and (is_reflexive(head) or is_reflexive(verb))
    )


def is_to_be_done(verb: Token) -> bool:
    """ "der Vorschlag ist zu begrüßen"."""
    being = [a for a in children(verb, "aux", "cop") if a.lemma_ in modal_words()["copula"]]
    return bool(being) and feature(verb, "VerbForm") == "Inf" and _has_zu(verb) and not children(verb, "obj")


def _is_loose_participle(verb: Token) -> bool:
    """ "rückten vor, unterstützt von der Armee": its patient is the subject of the clause around."""
    if feature(verb, "VerbForm") != "Part" or rel(verb) not in ("ccomp", "advcl", "xcomp"):
        return False
    if children(verb, "aux", "cop", "nsubj", "mark") or not prepositional(verb, "von"):
        return False
    first, last = sorted((verb.i, verb.head.i))
    return any(t.text == "," for t in verb.doc[first:last])


def _has_passive_auxiliary(verb: Token) -> bool:
    """ "welches von der Firma betrieben wird": the parser takes some passives for a future, which has an infinitive."""
    if turning_governor(verb) is not None or feature(verb, "VerbForm") != "Part":
        return turning_governor(verb) is not None
    lemmas = {a.lemma_ for a in auxiliaries(verb)}
    if lemmas & modal_words()["receiving"]:
        return True
    return bool(lemmas & modal_words()["passive"]) and not lemmas & modal_words()["active"]


def is_passive_clause(verb: Token) -> bool:
    if _is_felt(verb) or _is_loose_participle(verb) or _has_passive_auxiliary(verb) or is_to_be_done(verb):
        return True
    if is_passive(verb):
        # "wird … nicht mittragen", "soll den Minister getötet haben": the parser takes much for a passive.
        if children(verb, "aux:pass"):
            return feature(verb, "VerbForm") != "Inf" and not _has_moved(verb)
        active = any(a.lemma_ in modal_words()["active"] for a in auxiliaries(verb))
        return not active and not children(verb, "obj")
    if children(verb, "nsubj", "aux", "cop"):
        return False
    return rel(verb) == "conj" and verb.head.i != verb.i and verb.head.pos_ == verb.pos_ and is_passive(verb.head)


def _has_moved(verb: Token) -> bool:
    """ "ist dem Antrag gefolgt": the perfect of a verb of motion."""
    being = {a.lemma_ for a in children(verb, "aux:pass", "aux")} <= modal_words()["copula"]
    return being and verb.lower_.endswith(tuple(modal_words()["moved"]))


def logical_subjects(verb: Token) -> list[Token]:
    """Who acts, in active clauses, passives and participles."""
    if is_attributive(verb):
        return [verb.head] if _is_present_participle(verb) else agents(verb)
    if is_passive_clause(verb):
        return agents(verb)
    return grammatical_subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Who or what is acted upon, in active clauses, passives and participles."""
    if is_attributive(verb) and not _is_present_participle(verb):
        return [verb.head]
    if is_passive_clause(verb):
        return grammatical_subjects(verb)
    bare = [c for c in bare_objects(verb) if case_forms(c) != {"Dat"} and not (c.pos_ == "PRON" and _is_dative(c))]
    objects = [c for c in bare if c.dep_ == "obj" or "Acc" in case_forms(c)]
    mistaken = [c for c in verb.children if rel(c) == "nsubj" and not adpositions(c) and not is_nor_part(c)]
    subjects = grammatical_subjects(verb)
    return [o for o in objects if o not in subjects] + [c for c in mistaken if c not in subjects and not _is_dative(c)]


def datives(verb: Token) -> list[Token]:
    """Dative objects; names show no case, so that the parser's label has to do for them."""
    if turning(verb) is not None:
        return grammatical_subjects(verb)
    bare = bare_objects(verb)
    if taken := [c for c in children(verb, "nsubj") if _is_dative(c) and c not in grammatical_subjects(verb)]:
        return taken
    marked = [c for c in bare if "Dat" in case_forms(c) or (c.pos_ == "PRON" and _is_dative(c))]
    return marked or [c for c in bare if c.dep_ in ("obl:arg", "iobj")]


def bare_objects(verb: Token) -> list[Token]:
    """Objects without a preposition, by whatever label and in whatever case."""
    labels = ("obl:arg", "iobj", "obl", "obj", "nmod")
    found = [c for c in children(verb, *labels) if not adpositions(c) and not is_sich(c) and not is_nor_part(c)]
    # What comes after a colon is another sentence's.
    return [c for c in found if not any(t.text == ":" for t in verb.doc[verb.i : max(verb.i, c.i)])]


def negated(token: Token) -> bool:
    """Whether a negation word stands at the token itself ("nicht nur" is none)."""
    if denied_by_nor(token):
        return True
    words = modal_words()
    no_longer = [g for c in token.children if c.lower_ in words["continuation"] for g in c.children]
    for c in (*token.children, *no_longer):
        if c.lower_ in words["negation"] or c.lemma_.lower() in words["negation"]:
            after = c.nbor() if c.i + 1 < len(c.doc) else c
            if after.lower_ not in words["addition"]:
                return True
    # "auf keinen Fall": the phrase denies what "keinen" alone would deny of its noun.
    ways = [c for c in token.children if c.lemma_.lower() in words["way"]]
    return any(d.lemma_.lower() in words["negation"] for w in ways for d in children(w, "det"))


def is_sich(token: Token) -> bool:
    return token.lower_ == "sich" or feature(token, "Reflex") == "Yes"


def _is_present_participle(word: Token) -> bool:
    return word.lemma_.endswith("end") or word.lower_.rstrip("enrms").endswith("end")
