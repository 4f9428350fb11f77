"""The actors of an article: names, descriptions and pronouns brought together."""

from collections.abc import Iterator
from itertools import product

from spacy.tokens import Doc

from kg.extract.cast import Cast
from kg.extract.clusters import Entity, Register, best_label, group_bodies, group_people, stems, unique_keys
from kg.extract.compounds import owners_of_deeds
from kg.extract.descriptions import Description, find_descriptions
from kg.extract.expressions import around_name, before_place, beginnings, end_with_place, expressions
from kg.extract.inspeech import speakers_inside
from kg.extract.lists import all_listed
from kg.extract.mentions import Name
from kg.extract.namedlater import named_later
from kg.extract.namegender import settle_genders
from kg.extract.names import find_names
from kg.extract.origins import tell_origins
from kg.extract.ownersdescribed import owner_described
from kg.extract.pairs import described_pair, joint_owners, pronoun_pair, rival_named
from kg.extract.peoplebefore import PRIVATE_FIELDS
from kg.extract.predicates import generic, predicative
from kg.extract.pronouns import named_ahead, resolve_pronoun
from kg.extract.resolution import Resolver
from kg.extract.salience import History
from kg.extract.sides import two_sides
from kg.extract.syntax import rel, subjects
from kg.extract.titles import Title, find_titles, shares_article
from kg.facts import Actor, ActorKind, Mention, MentionKind, Span
from kg.lexicon.gazetteer import name_index, state_of_adjective
from kg.lexicon.people import adpositions, first_name_gender, pronouns
from kg.lexicon.quotation_marks import quotation_marks


class _Casting:
    """Collects mentions of one article."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.register = Register()
        self.by_token: dict[int, Entity] = {}
        self.several: dict[int, tuple[Entity, ...]] = {}
        self.named_later: dict[int, Entity] = {}
        self.mentions: dict[tuple[int, int, MentionKind], Entity] = {}
        self._bare: dict[str, list[tuple[Description, Entity, bool]]] = {}

    def bare(self, d: Description, entity: Entity, apart: bool = True) -> None:
        """Keeps a description's noun, which alone may do as an expression ("Anhänger" of "Anhänger der Bewegung").

        Args:
            apart: whether it stands apart from a name; "Minister" of "Minister Hans Rot" is no expression.
        """
        noun = d.role.base if d.role else d.group.base if d.group else self.doc[d.head].text
        self._bare.setdefault(noun, []).append((d, entity, apart))

    def mention_bare(self) -> None:
        """Nouns without what follows them, where the article has only one actor of the noun."""
        for found in self._bare.values():
            if len({entity for _, entity, _ in found}) == 1:
                for d, entity, apart in found:
                    if apart:
                        self.mention(d.core, d.head + 1, entity, MentionKind.DESCRIPTION)

    def mention(self, start: int, end: int, entity: Entity, kind: MentionKind) -> None:
        if "\n" not in self.doc[start:end].text:
            self.mentions.setdefault((start, end, kind), entity)


def find_cast(doc: Doc) -> Cast:
    """Who takes part in the article and which words refer to whom.

    Names are grouped first, wherever they stand; then the text is read from its beginning, so that descriptions and
    pronouns take up what stands before them.
    """
    if len(doc) == 0:
        return Cast((), ())
    names = find_names(doc)
    descriptions = find_descriptions(doc, names)
    titles = find_titles(doc, names, descriptions)
    casting = _Casting(doc)
    of_name = _group(names, titles, casting.register)
    _apply_titles(doc, titles, of_name, casting)
    settle_genders(doc, of_name)
    _apply_origins(doc, descriptions, of_name, casting)
    tell_origins(doc, titles, of_name)
    _abbreviations(doc, names, descriptions, of_name, casting)
    casting.named_later = named_later(doc, descriptions, titles, of_name)
    _read(doc, of_name, descriptions, {t.description.head for t in titles}, casting)
    casting.mention_bare()
    return _cast(casting)


def _group(names: tuple[Name, ...], titles: tuple[Title, ...], register: Register) -> dict[Name, Entity]:
    genders: dict[Name, str] = {}
    for title in titles:
        d = title.description
        first = next((g for w in title.name.text.split()[:-1] if (g := first_name_gender(w))), None)
        # "Herr" and feminine nouns are sure; a masculine noun may stand for a woman, whom her first name tells.
        sure = d.role is not None and (d.role.gender == "Fem" or d.role.field in PRIVATE_FIELDS)
        gender = d.gender if sure or first is None else first
        if gender in ("Masc", "Fem"):
            genders.setdefault(title.name, gender)
    of_name = group_bodies(names, register)
    jobs = {t.name: r.base for t in titles if (r := t.description.role) and r.field not in PRIVATE_FIELDS}
    of_name.update(group_people(names, genders, register, jobs))
    return of_name


def _apply_titles(doc: Doc, titles: tuple[Title, ...], of_name: dict[Name, Entity], casting: _Casting) -> None:
    by_start = {n.start: n for n in of_name}
    for title in titles:
        d, entity = title.description, of_name[title.name]
        casting.by_token[d.head] = entity
        if title.start < title.name.start:
            ends = (title.name.end, end_with_place(doc, title.name, by_start))
            for start, end in product((title.start, *beginnings(doc, d)), ends):
                if end is not None:
                    casting.mention(start, end, entity, MentionKind.NAME)
        elif d.has_complement or d.definite != "none":
            casting.mention(title.name.start, d.end, entity, MentionKind.NAME)
        casting.bare(d, entity, apart=d.start > title.name.end or d.end < title.name.start)
        for start, end in expressions(doc, d):
            if start > title.name.end or doc[d.end - 1].i < title.name.start - 1 or d.has_complement:
                casting.mention(start, end, entity, MentionKind.DESCRIPTION)
        if d.role is not None:
            entity.fields.add(d.role.field)
            if d.role.field in PRIVATE_FIELDS or entity.kind is not ActorKind.PERSON:
                if not d.role.title:
                    entity.nouns.append(d.role.base)
            else:
                entity.add_role(role_text(doc, d))
                if d.role.base not in entity.nouns:
                    entity.nouns.append(d.role.base)
        if d.group is not None:
            entity.nouns.append(d.group.base)
            entity.sort = entity.sort if entity.known else d.group.entry.sort
            entity.gender = entity.gender or d.group.gender
        owner = _owner(d, of_name, casting)
        if owner is not None and owner is not entity and entity.affiliation is None:
            entity.affiliation = owner


def _apply_origins(
    doc: Doc, descriptions: tuple[Description, ...], of_name: dict[Name, Entity], casting: _Casting
) -> None:
    """ "Clara Hoffmann von der Polizei": the body that somebody speaks for is part of the expression."""
    starts: dict[int, int] = {d.start: d.end for d in descriptions if d.group is not None}
    starts.update({n.start: n.end for n, e in of_name.items() if e.kind is ActorKind.ORGANIZATION})
    bodies = {n.start: e for n, e in of_name.items() if e.kind is ActorKind.ORGANIZATION}
    for name, entity in of_name.items():
        at = name.end
        if entity.kind is not ActorKind.PERSON or at + 1 >= len(doc):
            continue
        adposition = adpositions().get(doc[at].lower_)
        if adposition is None or not adposition.speaks_for:
            continue
        at += 2 if doc[at + 1].pos_ == "DET" else 1
        if at in starts:
            casting.mention(name.start, starts[at], entity, MentionKind.NAME)
            entity.affiliation = entity.affiliation or bodies.get(at)


def role_text(doc: Doc, d: Description) -> str:
    """The role in its base form with what belongs to it: "Vorstandschef der Deutschen Bank"."""
    base = d.role.base if d.role else doc[d.head].text
    rest = doc[d.head + 1 : d.end].text
    return f"{base} {rest}" if rest else base


def _owner(d: Description, of_name: dict[Name, Entity], casting: _Casting) -> Entity | None:
    if d.stem is not None and d.owner is not None and (body := casting.register.body_of_part(d.stem)) is not None:
        return body  # "französischer Thales-Konzern"
    if d.owner is not None:
        return casting.register.of_known(d.owner)
    if d.owner_name is not None:
        hit = name_index().get(d.owner_name.text)
        if hit is not None and d.group is not None and d.group.entry.kind is ActorKind.COUNTRY:
            return casting.register.of_known(hit.known)  # "Regierung in Peking"
        return of_name.get(d.owner_name)
    if d.stem is not None:
        return casting.register.body_of_part(d.stem)
    return None


def _abbreviations(
    doc: Doc,
    names: tuple[Name, ...],
    descriptions: tuple[Description, ...],
    of_name: dict[Name, Entity],
    casting: _Casting,
) -> None:
    """ "Bundesgerichtshof (BGH)": another name of the body; "Merkel (CDU)": the party she belongs to."""
    at = {n.start: n for n in names}
    for left, first, short in _in_brackets(doc, _full_forms(names, descriptions)):
        inner = at.get(first)
        if isinstance(left, Name) and left.kind is ActorKind.PERSON:
            if inner is not None and of_name[inner].kind is ActorKind.ORGANIZATION:
                of_name[left].affiliation = of_name[left].affiliation or of_name[inner]
            continue
        if not (short[:1].isupper() and sum(c.isupper() for c in short) >= 2 and " " not in short):
            continue
        if isinstance(left, Description) and inner is not None and inner.known and left.owner_name is not None:
            continue  # "Verwaltung der Vereinten Nationen (UN)"
        if isinstance(left, Name):
            entity = of_name[left]
        else:
            full = doc[left.start : left.end].text
            entity = casting.register.body(ActorKind.ORGANIZATION, full)
            entity.names[full] += 1
            casting.by_token.setdefault(left.head, entity)
            for start, end in expressions(doc, left):
                casting.mention(start, end, entity, MentionKind.NAME)
        if entity.kind is not ActorKind.ORGANIZATION or (inner is not None and inner.known and entity.known):
            continue
        casting.register.alias(ActorKind.ORGANIZATION, short, entity)
        entity.names[short] += 1
        _spread(doc, names, short, entity, of_name)


def _full_forms(names: tuple[Name, ...], descriptions: tuple[Description, ...]) -> dict[int, Name | Description]:
    """What an abbreviation may stand for, by the token after it."""
    ends: dict[int, Name | Description] = {n.end: n for n in names}
    for d in reversed(descriptions):
        inside = ends.get(d.end)
        if d.group is not None and not (isinstance(inside, Name) and inside.start <= d.head + 1):
            ends[d.end] = d
    return ends


def _in_brackets(doc: Doc, ends: dict[int, Name | Description]) -> Iterator[tuple[Name | Description, int, str]]:
    """A name or description, the first token of what stands in brackets behind it, and that without quotation marks."""
    for token in doc[:-2]:
        before = token.i - 1 if token.i and doc[token.i - 1].text in quotation_marks() else token.i
        if token.text not in ("(", ",") or before not in ends:
            continue
        if token.text == "," and doc[ends[before].start - 1].text != "(":
            continue  # only "(National Authority, NA)"
        first = token.i + 2 if doc[token.i + 1].text in quotation_marks() else token.i + 1
        closing = next((i for i in range(first + 1, min(first + 4, len(doc))) if doc[i].text == ")"), None)
        if closing is not None:
            quoted = first > token.i + 1 and doc[closing - 1].text in quotation_marks()
            yield ends[before], first, doc[first : closing - 1 if quoted else closing].text


def _spread(doc: Doc, names: tuple[Name, ...], short: str, entity: Entity, of_name: dict[Name, Entity]) -> None:
    """Gives the body all places where its abbreviation stands."""
    for name in names:
        if name.text == short:
            of_name[name] = entity
    taken = {i for n in names for i in range(n.start, n.end)}
    for other in doc:
        if other.text == short and other.i not in taken:
            of_name[Name(other.i, other.i + 1, ActorKind.ORGANIZATION, short)] = entity


def _read(
    doc: Doc, of_name: dict[Name, Entity], descriptions: tuple[Description, ...], titled: set[int], casting: _Casting
) -> None:
    starts = {n.start: (n, e) for n, e in of_name.items()}
    by_start = {n.start: n for n in of_name}
    heads = {d.head: d for d in descriptions}
    ends = {d.end: d for d in descriptions}
    history = History(doc)
    resolver = Resolver(doc, casting.register, history, casting.by_token)
    for name, entity in of_name.items():
        for i in range(name.start, name.end):
            casting.by_token[i] = entity
    for token in doc:
        if token.i in starts:
            name, entity = starts[token.i]
            casting.mention(name.start, name.end, entity, MentionKind.NAME)
            for start, end in around_name(doc, name, by_start):
                casting.mention(start, end, entity, MentionKind.DESCRIPTION)
            history.add(doc[name.start : name.end].root, entity)
        elif token.i in heads and token.i not in titled:
            d = heads[token.i]
            if token.i in casting.by_token:
                history.add(token, casting.by_token[token.i])
                continue
            if predicative(doc, d):
                _predicate(doc, d, casting)
                continue
            if generic(doc, d):
                continue
            if d.number == "Plur" and (listed := all_listed(token, casting.by_token)):
                casting.several[token.i], casting.by_token[token.i] = listed, listed[0]
                continue
            described = _second_title(doc, d, ends, casting) or rival_named(doc, d, history)
            owner = _owner(d, of_name, casting) or owner_described(doc, d, heads, casting.by_token)
            if isinstance(owner, Description):
                owner = resolver.resolve(owner, _owner(owner, of_name, casting))
            described = described or casting.named_later.get(token.i) or resolver.resolve(d, owner)
            if described is not None:
                if pair := described_pair(doc, d, resolver.scene) or joint_owners(doc, d, casting.by_token):
                    casting.several[token.i] = pair
                casting.by_token[token.i] = described
                if described.kind is ActorKind.PERSON and described.gender is None and d.gender in ("Masc", "Fem"):
                    described.gender = d.gender
                history.add(token, described, d.gender if d.group is not None else None)
                casting.bare(d, described)
                for start, end in (*expressions(doc, d), *before_place(doc, d, by_start)):
                    casting.mention(start, end, described, MentionKind.DESCRIPTION)
        elif token.i not in casting.by_token and token.pos_ in ("ADJ", "PROPN", "NOUN"):
            state = state_of_adjective(token.text)
            if state is not None:
                casting.by_token[token.i] = casting.register.of_known(state)
    _read_pronouns(doc, history, casting)


def _second_title(doc: Doc, d: Description, ends: dict[int, Description], casting: _Casting) -> Entity | None:
    """The person of "der Unternehmer und Politiker", whom the first noun has named already."""
    if d.definite != "none" or d.start < 2 or doc[d.start - 1].pos_ != "CCONJ":
        return None
    first = ends.get(d.start - 1)
    entity = casting.by_token.get(first.head) if first is not None else None
    if first is None or entity is None or entity.kind is not ActorKind.PERSON:
        return None
    return entity if rel(doc[d.head]) == "conj" and shares_article(doc, first, d) else None


def _predicate(doc: Doc, d: Description, casting: _Casting) -> None:
    """ "Merkel ist Kanzlerin": a role of the subject."""
    if d.role is None or d.number == "Plur" or d.definite == "neg" or d.role.field in PRIVATE_FIELDS:
        return
    for subject in subjects(doc[d.head]):
        entity = casting.by_token.get(subject.i)
        if entity is not None and entity.kind is ActorKind.PERSON and not entity.described:
            entity.add_role(role_text(doc, d))
            entity.fields.add(d.role.field)


def _read_pronouns(doc: Doc, seen: History, casting: _Casting) -> None:
    """A second reading for the pronouns: by now it is known whom the other arguments of their verbs name."""
    history = History(doc)
    waiting = {r.token: r for r in seen.references}
    speakers = speakers_inside(doc, casting.by_token)
    for token in doc:
        if token.i not in casting.several and (sides := two_sides(token, history)):
            casting.several[token.i] = sides
        if token.i in waiting:
            history.add(token, waiting[token.i].entity, waiting[token.i].gender)
        elif token.i not in casting.by_token and token.lower_ in pronouns():
            inside = speakers.get(token.i, frozenset())
            entity = resolve_pronoun(token, history, casting.by_token, inside)
            if entity is None and (pair := pronoun_pair(token, history)):
                casting.several[token.i] = pair
                continue
            entity = entity or named_ahead(token, casting.by_token, inside)
            if entity is not None:
                casting.by_token[token.i] = entity
                casting.mention(token.i, token.i + 1, entity, MentionKind.PRONOUN)
                history.add(token, entity)


def _cast(casting: _Casting) -> Cast:
    doc = casting.doc
    first: dict[Entity, int] = {}
    for (start, _, _), entity in sorted(casting.mentions.items(), key=lambda item: item[0]):
        first.setdefault(entity, start)
    for i in sorted(casting.by_token):
        first.setdefault(casting.by_token[i], i)
    parts = tuple(owners_of_deeds(doc, casting.register, frozenset(first)))
    for _, entity in parts:
        first.setdefault(entity, len(doc))
    for entity in list(first):
        if entity.affiliation is not None:
            first.setdefault(entity.affiliation, len(doc))
    order = sorted(first, key=lambda e: first[e])
    labels = [best_label(e) for e in order]
    keys = dict(zip(order, unique_keys(iter(labels)), strict=True))
    actors = tuple(_actor(e, label, keys) for e, label in zip(order, labels, strict=True))
    mentions = tuple(
        Mention(Span(doc[s].idx, doc[e - 1].idx + len(doc[e - 1])), keys[entity], kind)
        for (s, e, kind), entity in sorted(
            casting.mentions.items(), key=lambda item: (item[0][0], -item[0][1], item[0][2])
        )
    )
    inside = (Mention(span, keys[entity], MentionKind.NAME) for span, entity in parts)
    mentions = tuple(sorted((*mentions, *inside), key=lambda m: (m.span.start, -m.span.end, m.kind)))
    several = {i: tuple(keys[e] for e in pair) for i, pair in sorted(casting.several.items())}
    return Cast(actors, mentions, {i: keys[casting.by_token[i]] for i in sorted(casting.by_token)}, several)


def _other_names(entity: Entity, label: str) -> tuple[str, ...]:
    """Names besides the label; of a body not the same one in another case."""
    body = entity.kind is ActorKind.ORGANIZATION
    return tuple(n for n in entity.names if n != label and not (body and stems(n) == stems(label)))


def _actor(entity: Entity, label: str, keys: dict[Entity, str]) -> Actor:
    return Actor(
        key=keys[entity],
        label=label,
        kind=entity.kind,
        names=_other_names(entity, label),
        roles=tuple(entity.roles),
        affiliation=keys[entity.affiliation] if entity.affiliation is not None else None,
        wikidata=entity.known.wikidata if entity.known else None,
        gender=entity.gender if entity.gender in ("Masc", "Fem", "Neut") else None,
    )
