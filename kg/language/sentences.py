"""Where sentences begin: rules over tokens, with the word lists of kg/lexicon/abbreviations.toml."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.abbreviations import Abbreviations, read_abbreviations

STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "!!!", "??", "???", "..", "....", "....."})
OPENING = frozenset("„‚»›«‹“‘\"'([{‟‛")
CLOSING = frozenset([*"“”‘’«»‹›\"')]}″", "''"])
EITHER = frozenset("\"'“‘«»‹›’")  # open or close, as the spaces beside them tell
DASHES = frozenset({"–", "—", "-", "--"})
CONTINUING = frozenset({",", ";", ":", "–", "—", "-", ")", "]", "/"})


def opens(token: str, space_before: bool, space_after: bool) -> bool:
    """Whether a mark opens a quotation or bracket rather than closes one."""
    if token not in OPENING:
        return False
    return token not in EITHER or (space_before and not space_after)


class SentenceSplitter:
    """Finds the first token of every sentence."""

    def __init__(self, table: Abbreviations) -> None:
        self.table = table

    def starts(self, words: list[str], spaces: list[bool]) -> list[bool]:
        """For each token whether it begins a sentence; white space never does."""
        found = [False] * len(words)
        begin = True  # a sentence is due at the next word
        for index, word in enumerate(words):
            if word.isspace():
                begin = begin or self.ends_at_break(words, index)
                continue
            if begin:
                found[index] = True
                begin = False
            if self.ends_after(words, spaces, index):
                begin = True
        return found

    def ends_at_break(self, words: list[str], index: int) -> bool:
        """Whether white space ends a sentence: an empty line always, a line's end unless the sentence runs on."""
        breaks = words[index].count("\n")
        if breaks != 1:
            return breaks > 1
        following = next((word for word in words[index + 1 :] if not word.isspace()), "")
        before = words[index - 1] if index else ""
        return not (
            before == ","
            or following[:1].islower()
            or (before[:1].islower() and len(before) > 1 and self.line_length(words, index) > LONG_LINE)
        )

    @staticmethod
    def line_length(words: list[str], index: int) -> int:
        """Letters in the line that ends before a token."""
        length = 0
        for word in reversed(words[:index]):
            if "\n" in word:
                break
            length += len(word) + 1
        return length

    def ends_after(self, words: list[str], spaces: list[bool], index: int) -> bool:
        """Whether a sentence ends with this token, closing marks counted in."""
        stop = index
        while stop >= 0 and stop < len(words) and words[stop] in CLOSING and not self.opens_at(words, spaces, stop):
            stop -= 1  # go back over closing marks to the stop itself
        if stop < 0 or not self.is_stop(words, spaces, stop):
            return False
        rest = index + 1
        if rest < len(words):
            closing = words[rest] in CLOSING and not self.opens_at(words, spaces, rest)
            if closing or words[rest] in STOPS:
                return False  # it ends with a later mark
        while rest < len(words) and words[rest].isspace() and "\n" not in words[rest]:
            rest += 1
        if rest == len(words) or "\n" in words[rest]:
            return True
        following = words[rest]
        if following in CONTINUING:  # a dash behind a plain stop belongs to the next sentence
            return following in DASHES and words[stop] == "." and stop == index
        if self.opens_at(words, spaces, rest) and rest + 1 < len(words):
            following = words[rest + 1]
        return not following[:1].islower()  # "…!“ rief er" goes on

    def opens_at(self, words: list[str], spaces: list[bool], index: int) -> bool:
        """Whether the token opens a quotation or bracket."""
        space_before = index == 0 or spaces[index - 1] or words[index - 1].isspace()
        return opens(words[index], space_before, spaces[index])

    def is_stop(self, words: list[str], spaces: list[bool], index: int) -> bool:
        """Whether a token is the end mark of a sentence or an abbreviation that stands at the end."""
        word = words[index]
        if word == "." and index and not spaces[index - 1] and words[index - 1].isalpha():
            word = words[index - 1] + "."  # an abbreviation that came as two tokens
            if word not in self.table.never_final and word not in self.table.maybe_final:
                return True
        elif word in STOPS:
            return True
        if not word.endswith(".") or len(word) < 2:
            return False
        following = self.following(words, index)
        if word in self.table.never_final and word not in self.table.maybe_final:
            return following == ""
        if index and f"{words[index - 1]} {word}" in self.table.pairs:
            return following in self.table.starters and word not in ("B.",)
        if word in self.table.maybe_final:
            return following in self.table.starters or following == ""
        if word[:-1].isdigit():
            return following == ""
        if len(word) == 2:  # an initial
            return following == ""
        return following in self.table.starters or following == ""

    @staticmethod
    def following(words: list[str], index: int) -> str:
        """The next word that is neither white space nor a mark of quotation; "" at the end of a paragraph."""
        for word in words[index + 1 :]:
            if "\n" in word:
                return ""
            if not word.isspace() and word not in OPENING and word not in CLOSING:
                return word
        return ""


LONG_LINE = 60  # letters; a shorter line is a headline or a byline, a longer one is wrapped text


@Language.factory("kg_sentences", assigns=["token.is_sent_start"])
def create_sentence_splitter(nlp: Language, name: str) -> "SentenceComponent":
    """The factory of the pipeline's component."""
    return SentenceComponent(SentenceSplitter(read_abbreviations()))


class SentenceComponent:
    """Sets sentence starts on a document that has none."""

    def __init__(self, splitter: SentenceSplitter) -> None:
        self.splitter = splitter

    def __call__(self, doc: Doc) -> Doc:
        if len(doc) and not doc.has_annotation("SENT_START"):
            words = [token.text for token in doc]
            starts = self.splitter.starts(words, [bool(token.whitespace_) for token in doc])
            for token, start in zip(doc, starts, strict=True):
                token.is_sent_start = start
        return doc
