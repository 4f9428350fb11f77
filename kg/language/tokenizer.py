"""Words as the treebanks and newspapers have them: spaCy's German rules, then what news needs otherwise."""

import re

from spacy.lang.de import German
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from kg.language.abbreviations import read_abbreviations

QUOTES = '„“”‟"»«›‹‚‘‛'
PREFIXES = [f"[{QUOTES}]", "['’`´]", "–", "—", "…", r"\(", r"\[", "/"]
SUFFIXES = [f"[{QUOTES}]", "['’`´]", "–", "—", "…", r"\)", r"\]", "/", r"(?<=[0-9])%", "%"]
INFIXES = [f"[{QUOTES}]", r"(?<=\w)[\)\(](?=\w)", "[–—](?=[A-Za-zÄÖÜäöüß„])"]
NUMBER = re.compile(r"\d{1,4}\.")
ENDS_IN_DIGIT = re.compile(r".*\d\.")
CONTRACTION = re.compile(r"(\w+)(['’`´]s)")
ROMAN = re.compile(r"[IVX]{2,5}")
DAY_LIMIT = 31  # a larger number with a stop is seldom an ordinal


class NewsTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer with a second pass that looks at neighbours: ordinals, stops after numbers, "geht's"."""

    def __call__(self, string: str) -> Doc:
        doc = super().__call__(string)
        words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
        new_words, new_spaces = refine(words, spaces)
        return doc if new_words == words else Doc(self.vocab, new_words, new_spaces)


def refine(words: list[str], spaces: list[bool]) -> tuple[list[str], list[bool]]:
    """Tokens split and joined by what stands beside them; the text stays the same."""
    new_words: list[str] = []
    new_spaces: list[bool] = []
    for index, (word, space) in enumerate(zip(words, spaces, strict=True)):
        if (
            word == "."
            and new_words
            and not new_spaces[-1]
            and keeps_stop(new_words[-1], following_word(words, index), space)
        ):
            new_words[-1] += word
            new_spaces[-1] = space
            continue
        parts = split_by_context(words, index)
        new_words += parts
        new_spaces += [False] * (len(parts) - 1) + [space]
    return new_words, new_spaces


def split_by_context(words: list[str], index: int) -> list[str]:
    """A token as it stands or in two parts."""
    word = words[index]
    table = read_abbreviations()
    contraction = CONTRACTION.fullmatch(word)
    if contraction and (word[0].islower() or contraction[1] in table.apostrophe_hosts):
        return [contraction[1], contraction[2]]
    if NUMBER.fullmatch(word):
        return [word[:-1], "."] if ends_sentence(words, index) else [word]
    if ENDS_IN_DIGIT.fullmatch(word):
        following = following_word(words, index)
        if not following or following[0].isupper() or following in QUOTES:
            return [word[:-1], "."]
    return [word]


def keeps_stop(word: str, following: str, space: bool) -> bool:
    """Whether a stop that clings to a word belongs to it: abbreviations, and kings ("Karl IV. nach Prag")."""
    table = read_abbreviations()
    if ROMAN.fullmatch(word):
        return space and following[:1].islower()
    known = f"{word}." in table.never_final or f"{word}." in table.maybe_final
    return known and (f"{word}." not in table.words_too or following[:1].isdigit())


def following_word(words: list[str], index: int) -> str:
    """The next token that is not white space within the line, "" if there is none."""
    for word in words[index + 1 :]:
        if "\n" in word:
            return ""
        if not word.isspace():
            return word
    return ""


def ends_sentence(words: list[str], index: int) -> bool:
    """Whether the stop of a number such as "2005." or "4." ends the sentence rather than makes it an ordinal."""
    table = read_abbreviations()
    following = following_word(words, index)
    if not following or following in QUOTES:
        return True
    if following in table.ordinal_nouns or not following[0].isupper():
        return False
    previous = words[index - 1] if index else ""
    if int(words[index][:-1]) > DAY_LIMIT and previous.lower() not in table.before_ordinals:
        return True
    return following in table.starters or previous in table.before_counts


@registry.tokenizers("kg_news_tokenizer")  # type: ignore[untyped-decorator]
def create_tokenizer() -> object:
    """The tokenizer's factory for spaCy's configuration."""

    def build(nlp: Language) -> NewsTokenizer:
        return build_tokenizer(nlp.vocab)

    return build


def build_tokenizer(vocab: Vocab) -> NewsTokenizer:
    """A tokenizer over a vocabulary."""
    defaults = German.Defaults
    return NewsTokenizer(
        vocab,
        rules=defaults.tokenizer_exceptions,
        prefix_search=compile_prefix_regex([*PREFIXES, *defaults.prefixes]).search,
        suffix_search=compile_suffix_regex([*SUFFIXES, *defaults.suffixes]).search,
        infix_finditer=compile_infix_regex([*INFIXES, *defaults.infixes]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
