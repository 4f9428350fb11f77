"""Which actors a phrase stands for: itself, its parts, or the owner of what it names ("die russische Position")."""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.acts.clauses import agents, grammatical_subjects, is_attributive, logical_subjects
from kg.extract.acts.coordination import nominal_conjuncts
from kg.extract.acts.dateline import dateline
from kg.extract.acts.forms import compounds, noun_forms, verb_forms
from kg.extract.acts.members import named_members, names_listed
from kg.extract.acts.nominal import adpositions, attached, genitives, possessives, prepositional
from kg.extract.acts.private import is_in_name, is_private, origin_words
from kg.extract.acts.relatives import relative_doers
from kg.extract.acts.torn import noun_before
from kg.extract.cast import Cast
from kg.extract.syntax import children, clause_head, feature, rel
from kg.facts import ActorKind, MentionKind, Quotation, QuotationKind, Span
from kg.language.roles import cases_of_forms
from kg.lexicon.act_words import bodies, modal_words
from kg.lexicon.acts import NounAct, Reach, noun_acts

_SHORTEST_COMPOUND_HEAD = 5
"""Letters of a lexicon noun that may end a compound: below, chance endings ("Beispiel") prevail."""
_DEPTH = 3
_FEMININE = ("innen", "in")
_AGENT = "er"
_IT, _HIS = "es", "dess"
_DIRECTED = "auf"
"""Tells with a dative where something happens ("der Anschlag auf der Insel"), not at whom it is aimed."""
_ANY = frozenset({"Acc"})
_DOERS = frozenset({"von", "durch"})
"""What they govern beside a participle does what it tells."""


class End(NamedTuple):
    """An actor at one end of an act, and the word that stands for it there."""

    actor: str
    token: Token
    owned: bool = False


class Ends:
    """Looks up actors in one article."""

    def __init__(self, doc: Doc, cast: Cast, quotations: Iterable[Quotation]) -> None:
        self.cast = cast
        self.quotations = tuple(quotations)
        self._names = {
            name.casefold(): actor.key for actor in reversed(cast.actors) for name in (actor.label, *actor.names)
        }
        self._named = {m.actor for m in cast.mentions if m.kind is MentionKind.NAME}
        self._dateline = dateline(doc, cast)
        self.has_colon = ":" in doc.text
        self._direct = [q for q in self.quotations if q.kind is QuotationKind.DIRECT and len(q.speakers) == 1]

    def actor(self, token: Token) -> str | None:
        """The actor that the phrase headed by the token is, or None."""
        key = self.cast.of(token)
        if token.i in self._dateline:
            return None
        if key is not None:
            return self._called(token, key)
        if token.pos_ in ("PRON", "DET") and feature(token, "Person") == "1":
            return self._speaker_at(token)
        if token.lower_ == _IT and rel(token) == "nsubj":
            return self._subject_above(token.head)
        if feature(token, "PronType") == "Rel" or (
            token.pos_ == "PRON" and rel(token.head) == "acl" and token.i < token.head.i
        ):
            return self._antecedent(token)
        if token.lower_ in modal_words()["latter"] and token.i < token.head.i:
            return self._latter(token)
        for part in children(token, "appos", "flat"):
            member = any(c.lower_ in modal_words()["member"] for c in part.children)
            if member or adpositions(part) or feature(part, "Case") == "Gen":
                continue
            if part.i not in self._dateline and (key := self.cast.of(part)):
                return key
        return None

    def actors(self, head: Token, reach: Reach = Reach.ANY) -> list[End]:
        """Actors of a phrase, each part of a compound one for itself."""
        found: list[End] = []
        if _is_both(head):
            return self._pair_before(head) if reach is not Reach.OWNER else []
        for part in [*nominal_conjuncts(head), *self._enumerated(head)]:
            listed = [End(*n) for n in names_listed(part, self.cast)]
            listed = listed or [End(key, part) for key in self.cast.several.get(part.i, ())]
            if listed and reach is not Reach.OWNER:
                found.extend(listed)
                continue
            found.extend(End(*n) for n in named_members(part, self.cast) if reach is not Reach.OWNER)
            key = self.actor(part)
            if key is not None and reach is not Reach.OWNER:
                found.append(End(key, part))
            elif reach is not Reach.ACTOR:
                # "vier russische Diplomaten": who belongs to somebody may be an actor himself.
                meant = _relative_head(part)
                found.extend(self.owners(part) if meant is None else self._makers(meant) or self.owners(meant))
        return list(dict.fromkeys(found))

    def only(self, kind: str, near: Token) -> str | None:
        """The body of a kind ("Gericht": "Landgericht Ulm"); of several, the one named last before."""
        actors = [a.key for a in self.cast.actors if a.kind is not ActorKind.PERSON]
        for words in ([kind], [w for w, k in bodies().items() if k == kind]):
            fitting = {a for a in actors if self.is_called(a, words)}
            if len(fitting) > 1:
                before = [m.actor for m in self.cast.mentions if m.actor in fitting and m.span.start < near.idx]
                return before[-1] if before else None
            if fitting:
                return fitting.pop()
        return None

    def is_called(self, actor: str, words: Iterable[str]) -> bool:
        """Whether a word of the actor's name ends in one of the words."""
        endings = tuple(word.lower() + e for word in words for e in ("", "s", "es"))
        return any(w.endswith(endings) for w in self.cast.actor(actor).label.lower().split())

    def is_named(self, actor: str) -> bool:
        """Whether the text names the actor, not only describes it."""
        return actor in self._named

    def is_public(self, actor: str) -> bool:
        """ "die Kunden", "jeder Gast": people at large, whom nobody acts on in particular."""
        if actor in self._named or self.cast.actor(actor).kind not in (ActorKind.GROUP, ActorKind.PERSON):
            return False
        return self.cast.actor(actor).label.rpartition(" ")[2].lower() in modal_words()["public"]

    def all_actors(self, heads: Iterable[Token], reach: Reach = Reach.ANY) -> list[End]:
        return list(dict.fromkeys(end for head in heads for end in self.actors(head, reach)))

    def owners(self, noun: Token, depth: int = 0) -> list[End]:
        """Whose plan, act or property the noun names."""
        if depth > _DEPTH or not (noun.pos_ in ("NOUN", "PROPN", "X", "ADJ", "VERB") or _is_that_of(noun)):
            return []
        entries = entries_of(noun)
        passive = bool(entries) and all(e.passive for e in entries)
        doing = [h for h in attached(noun, "durch") if not self._is_place(h)]
        patient = passive or _is_patient_of(noun)
        away = bool(modal_words()["away"] & set(noun_forms(noun)))
        of = [h for h in attached(noun, "von") if not self._is_place(h)]
        agent = doing or (of if not away and (genitives(noun) or not patient) else [])
        owning = [] if _is_patient_of(noun) and not entries else genitives(noun)
        groups = [agent] if passive else [possessives(noun), doing, owning, agent]
        if not passive and (found := self._participle_agents(noun)):
            return found
        for group in groups:
            found = [end for head in group for end in self._owning(head, depth)]
            if found:
                return found
        found = self._state_of(noun) or self._participle_agents(noun) or self._prefix(noun)
        return found or self._relative_doer(noun) or self._behind(noun, depth)

    def slot(self, noun: Token, slot: str, reach: Reach = Reach.ANY) -> list[End]:
        """Actors in one slot of an act's noun."""
        if slot == "gen":
            return self.all_actors(genitives(noun), reach)
        if slot == "poss":
            return [End(key, p) for p in possessives(noun) if (key := self.actor(p))]
        if slot == "adj":
            return self._state_of(noun) or self._prefix(noun)
        if slot == "prefix":
            return self._prefix(noun, whoever=True)
        if slot == "appos":
            names = [c for c in children(noun, "appos", "flat", "nmod") if not adpositions(c) and c.i > noun.i]
            return self.all_actors((c for c in names if feature(c, "Case") != "Gen"), reach)
        heads = attached(noun, slot)
        if not heads and slot not in _DOERS:
            # "die gegen den Minister erhobenen Vorwürfe"
            heads = [h for p in children(noun, "amod") if is_attributive(p) for h in prepositional(p, slot)]
        if slot == "von":
            # "eine vom Minister gewünschte Reise": what stands before the noun belongs to its participle.
            heads = [h for h in heads if h.i > noun.i]
        heads = [h for h in heads if is_aimed_at(h, slot)]
        if len(heads) == 1:
            # "zwischen A und B": the parser likes to coordinate B with the noun.
            heads += [c for c in children(noun, "conj") if c.i > heads[0].i and self.actor(c)]
        return self.all_actors(heads, reach)

    def _owning(self, head: Token, depth: int) -> list[End]:
        found: list[End] = []
        for part in nominal_conjuncts(head):
            key = self.actor(part)
            if key is not None:
                keys = self.cast.several.get(part.i, (key,))
                found.extend(End(k, part, owned=True) for k in keys)
            else:
                found.extend(self.owners(part, depth + 1))
        return found

    def _enumerated(self, head: Token) -> list[Token]:
        """ "die Ministerin A, der Vorsitzende B und der Sprecher C": the parser takes B for another word for A."""
        last = max((c.i for c in children(head, "conj")), default=0)
        first = self.cast.of(head)
        if first is None:
            return []
        kind = self.cast.actor(first).kind
        others = ((a, self.cast.of(a)) for a in children(head, "appos") if a.i < last)
        return [a for a, key in others if key not in (None, first) and self.cast.actor(str(key)).kind is kind]

    def _pair_before(self, word: Token) -> list[End]:
        """ "Beide": the two that its own sentence or the one before speaks of."""
        start = word.sent.start
        own = word.doc[start : word.left_edge.i]
        spans = [own, *([word.doc[start - 1].sent] if start else [])]
        for before in spans:
            named = self.cast.within(Span(before.start_char, before.end_char)) if len(before) else ()
            keys = list(dict.fromkeys(m.actor for m in named))
            people = [k for k in keys if self.cast.actor(k).kind is ActorKind.PERSON]
            pair = people if len(people) == 2 else keys
            if len(pair) == 2:
                return [End(k, word) for k in pair]
            if len(people) > 2:
                break
        return []

    def _state_of(self, noun: Token) -> list[End]:
        found = ((self.cast.of(c), c) for c in origin_words(noun))
        return [End(key, c, owned=True) for key, c in found if key and not (is_in_name(c) and self._is_country(key))]

    def _is_place(self, name: Token) -> bool:
        """ "das Gefängnis von Ulm", "der Weg durch Ulm": where it is, not whose."""
        key = self.cast.of(name) if name.pos_ == "PROPN" else None
        return key is not None and self.cast.actor(key).kind is ActorKind.PLACE

    def _is_country(self, actor: str) -> bool:
        return self.cast.actor(actor).kind is ActorKind.COUNTRY

    def _participle_agents(self, noun: Token) -> list[End]:
        heads = [a for c in children(noun, "amod", "acl") if is_attributive(c) for a in agents(c)]
        return [End(key, a, owned=True) for head in heads for a in nominal_conjuncts(head) if (key := self.actor(a))]

    def _makers(self, noun: Token) -> list[End]:
        """ "legte Pläne vor, die …": who brought out what the noun names."""
        verb = noun.head
        if rel(noun) != "obj" or not modal_words()["making"] & set(verb_forms(verb)):
            return []
        return [End(e.actor, noun, owned=True) for e in self.all_actors(logical_subjects(verb), Reach.ACTOR)]

    def _prefix(self, noun: Token, whoever: bool = False) -> list[End]:
        """ "EU-Mission", "Polizeiaktion": whose name begins the compound.

        Only abbreviations own whatever follows the hyphen: "Ukraine-Konflikt" and "Siemens-Prozess" belong to nobody.
        """
        first, hyphen, _ = noun.text.rpartition("-")
        if hyphen:
            key = self._names.get(first.casefold())
            if key and (whoever or (first.isupper() and not is_private(noun)) or self._has_own(key, noun)):
                return [End(key, noun, owned=True)]
            return []
        word = noun.text.casefold()
        for first in modal_words()["owner"]:
            if len(first) < len(word) and word.startswith(first) and (key := self._names.get(first)):
                return [End(key, noun, owned=True)]
        return []

    def _has_own(self, key: str, noun: Token) -> bool:
        """ "der Merkel-Plan", "die Siemens-Pläne"; of states, towns and groups the name says where or about whom."""
        own = modal_words()["undertaking"] | modal_words()["utterance"] | modal_words()["document"]
        named = self.cast.actor(key).kind in (ActorKind.PERSON, ActorKind.ORGANIZATION)
        return named and any(f.rpartition("-")[2] in own for f in noun_forms(noun))

    def _behind(self, noun: Token, depth: int) -> list[End]:
        """ "die Zufahrt zum Lager des Konzerns"."""
        is_access = modal_words()["access"] & set(noun_forms(noun))
        return [e for p in attached(noun, "zu") for e in self._owning(p, depth)] if is_access else []

    def _relative_doer(self, noun: Token) -> list[End]:
        for doer in relative_doers(noun):
            key = self.actor(doer)
            if found := [End(key, doer, owned=True)] if key else self._state_of(doer):
                return found
        return []

    def _called(self, noun: Token, key: str) -> str:
        """ "dem Liberalen Renaux", "das Ehepaar Khalil": the name beside a noun tells whom it means."""
        for name in children(noun, "appos") if noun.pos_ == "NOUN" else ():
            own = self.cast.of(name)
            if own is None or own == key or own not in self._named or name.pos_ != "PROPN":
                continue
            if name.left_edge.i == noun.i + 1 and self._may_bear(noun, key, name, own):
                return own
        return key

    def _may_bear(self, noun: Token, key: str, beside: Token, name: str) -> bool:
        """Whether the name is the noun's own: "das Amtsgericht Bonn" and "die Regierung Scholz" bear another one's."""
        if modal_words()["headed"] & set(noun_forms(noun)):
            return False
        label, kind = self.cast.actor(name).label, self.cast.actor(name).kind
        part = label in self.cast.actor(key).label and beside.text == label.split()[0]
        return kind is ActorKind.PERSON or (part and kind is not ActorKind.PLACE)

    def _antecedent(self, pronoun: Token) -> str | None:
        head = _relative_head(pronoun)
        return None if head is None else self.cast.of(head)

    def telling(self, token: Token) -> str | None:
        """The one who says the words around the token."""
        here = Span(token.idx, token.idx + len(token))
        said = (q for q in self.quotations if q.kind is not QuotationKind.REPORTED and len(q.speakers) == 1)
        around = [q for q in said if any(s.covers(here) for s in q.content)]
        return around[-1].speakers[0] if around else None

    def _subject_above(self, clause: Token) -> str | None:
        """ "Das Parlament verabschiedete einen Text, in dem es …": the subject of the clause around."""
        while rel(clause) == "conj" and clause.head.i != clause.i:
            clause = clause.head
        if rel(clause) not in ("acl", "advcl", "ccomp") or clause.head.i == clause.i:
            return None
        above = clause_head(clause.head)
        fitting = [s for s in grammatical_subjects(above) if feature(s, "Gender") == "Neut"]
        return next((key for s in fitting if (key := self.cast.of(s)) is not None), None)

    def _latter(self, pronoun: Token) -> str | None:
        """ "lehnte den Kollegen und dessen Pläne ab": the last one named here or a sentence before who may be it."""
        start = pronoun.sent.start
        start = pronoun.doc[start - 1].sent.start if start else 0
        masculine = pronoun.lower_.startswith(_HIS)
        for word in reversed(pronoun.doc[start : pronoun.i]):
            if word.pos_ not in ("NOUN", "PROPN") or rel(word) in ("flat", "appos", "compound"):
                continue
            gender, plural = feature(word, "Gender"), feature(word, "Number") == "Plur"
            fits = gender in ("Masc", "Neut") and not plural if masculine else gender == "Fem" or plural
            if fits and (key := self.cast.of(word)) is not None and word.i != pronoun.head.i:
                return key
        return None

    def _speaker_at(self, token: Token) -> str | None:
        here = Span(token.idx, token.idx + len(token))
        around = [q for q in self._direct if any(s.covers(here) for s in q.content)]
        return around[-1].speakers[0] if around else None


def _is_both(word: Token) -> bool:
    return word.lemma_.lower() in modal_words()["both"] or word.lower_ in modal_words()["both"]


def is_aimed_at(head: Token, slot: str) -> bool:
    """Whether the phrase of a preposition is no place: not "der Anschlag auf der Insel"."""
    return slot != _DIRECTED or all("Acc" in cases_of_forms().get(d.lower_, _ANY) for d in children(head, "det"))


def entries_of(noun: Token) -> tuple[NounAct, ...]:
    """Lexicon entries of a noun, compounds by their last part ("Drohnenangriff")."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return ()
    lexicon = noun_acts()
    forms = noun_forms(noun)
    if (lemma := noun.lemma_.lower()).endswith(_AGENT):
        # "Kämpfer" is no plural of "Kampf".
        forms = tuple(f for f in forms if len(f) >= len(lemma))
    # "Gegnerin", "Rivalinnen"
    masculine = [f.removesuffix(e) for f in forms[:2] for e in _FEMININE if f.endswith(e)]
    # "Missbilligung" under the parser's lemma "Mißbilligung" is no "Billigung".
    for form in sorted((*forms, *masculine), key=lambda f: f not in lexicon):
        for head in compounds(form, _SHORTEST_COMPOUND_HEAD):
            if head in lexicon and (
                found := tuple(e for e in lexicon[head] if head == form or not (e.whole or e.carried))
            ):
                return found
    return ()


def _is_that_of(word: Token) -> bool:
    """ "die Pläne des Ministers und die des Richters": an article for the noun that its phrase begins with."""
    return rel(word) == "conj" and word.pos_ in ("DET", "PRON") and feature(word, "PronType") in ("Art", "Dem")


def _relative_head(pronoun: Token) -> Token | None:
    """What a pronoun before a relative clause's verb stands for."""
    if pronoun.pos_ not in ("PRON", "DET") or feature(pronoun, "PronType") not in ("Rel", "Dem", "Dem,Rel"):
        return None
    clause = pronoun
    while rel(clause) != "acl" and clause.head.i != clause.i:
        clause = clause.head
    if rel(clause) != "acl" or clause.head.i >= pronoun.i:
        return None
    return noun_before(pronoun) if clause.head.pos_ in ("VERB", "AUX") or children(clause.head, "cop") else clause.head


def _is_patient_of(noun: Token) -> bool:
    """Whether the noun's genitive is done to rather than doing: "Unterbringung", but not "Entscheidung"."""
    patients = modal_words()["patient"]
    form = noun.lemma_.lower().removesuffix("en")
    return any(form.endswith(p.lower()) for p in patients)
