"""Cheap variety for German sentences: what newspapers print and treebanks lack."""

import random
from dataclasses import replace

from training.sentences import Sentence

QUOTES = {'"', "„", "“", "”", "»", "«", "''", "``"}
PAIRS = [("„", "“"), ("„", "“"), ("“", "”"), ('"', '"'), ("»", "«"), ("«", "»"), ("„", "”")]
VARIED_QUOTES, NO_STOP, CAPITALS, LOWERED = 0.6, 0.12, 0.03, 0.03  # shares of the sentences


def vary_quotes(sentence: Sentence, generator: random.Random) -> Sentence:
    """Quotation marks of one kind, opening and closing in turn, without the spaces that corpora leave beside them."""
    opening, closing = generator.choice(PAIRS)
    words, spaces, opened = list(sentence.words), list(sentence.spaces), False
    for index, word in enumerate(words):
        if word in QUOTES:
            if opened:
                words[index] = closing
                if index:
                    spaces[index - 1] = False
            else:
                words[index] = opening
                spaces[index] = False
            opened = not opened
    return sentence.with_words(tuple(words), tuple(spaces))


def without_stop(sentence: Sentence) -> Sentence:
    """A headline: the sentence without its final stop, where nothing hangs on the stop."""
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[last] != ".":
        return sentence
    if sentence.heads is not None and (last in sentence.heads[:last] or sentence.heads[last] == last):
        return sentence
    return replace(
        sentence, **{name: value[:last] for name, value in vars(sentence).items() if isinstance(value, tuple)}
    )


def shouted(sentence: Sentence) -> Sentence:
    """The sentence in capitals; lemma scripts then no longer fit."""
    return replace(sentence, words=tuple(word.upper() for word in sentence.words), lemmas=None)


def lowered(sentence: Sentence) -> Sentence:
    """The sentence without capitals."""
    return replace(sentence, words=tuple(word.lower() for word in sentence.words), lemmas=None)


def vary(sentence: Sentence, generator: random.Random) -> Sentence:
    """A German sentence as it stands or changed in one or more ways."""
    if QUOTES.intersection(sentence.words) and generator.random() < VARIED_QUOTES:
        sentence = vary_quotes(sentence, generator)
    if generator.random() < NO_STOP:
        sentence = without_stop(sentence)
    chance = generator.random()
    if chance < CAPITALS:
        return shouted(sentence)
    return lowered(sentence) if chance < CAPITALS + LOWERED else sentence
