"""Words cut into pieces of the encoder's vocabulary, remembered word by word."""

import unicodedata

from tokenizers import Tokenizer, models

WORD_MARK = "▁"
LETTERS_READ = 200  # of a word; the rest of a monster adds nothing
REMEMBERED = 200_000  # spellings; then the memory starts anew


class Segmenter:
    """The unigram segmentation of single words.

    Args:
        pieces: the vocabulary with log probabilities, in the order of the ids.
        longest: pieces a word may have; of longer words the last four and the first ones are kept.
    """

    def __init__(self, pieces: list[tuple[str, float]], unknown: int, longest: int) -> None:
        self.tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unknown))
        self.unknown = unknown
        self.longest = longest
        self.known: dict[str, list[int]] = {}

    def ids(self, word: str, after_space: bool) -> list[int]:
        """The pieces of a word, at least one."""
        key = WORD_MARK + word if after_space else word
        if key not in self.known:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            text = unicodedata.normalize("NFKC", word[:LETTERS_READ]).replace(" ", "")
            found = self.tokenizer.encode(WORD_MARK + text if after_space else text).ids or [self.unknown]
            if len(found) > self.longest:
                found = found[: self.longest - 4] + found[-4:]
            self.known[key] = found
        return self.known[key]
