"""The pieces that are shipped: those that German words are cut into."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.language.pieces import WORD_MARK, Segmenter
from training.config import VocabularyConfig
from training.image import Image
from training.sentences import Sentence

SPECIAL = 4  # start, padding, end, unknown come first in the image
LETTERS = [
    chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x250), *range(0x2010, 0x203B), 0x20AC, 0x2032, 0x2033)
]
PLAIN = re.compile(r"[0-9.,:;!?%/()\[\]\"'+*=&#§°$€<>|–—-]{1,5}")


def frequent_words(config: VocabularyConfig) -> Iterator[str]:
    """The most frequent German words in lower case and capitalised, the first of them in capitals too."""
    from wordfreq import top_n_list

    for rank, word in enumerate(top_n_list("de", config.frequent_words)):
        yield word
        yield word.capitalize()
        if rank < config.capitals:
            yield word.upper()


def words_of_texts(folder: Path) -> Iterator[str]:
    """Every word of the texts in a folder, with and without what clings to it."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf8")
        yield from text.split()
        yield from re.findall(r"\w+", text)


def share_cut_otherwise(whole: Segmenter, kept: Segmenter, sentences: Iterable[Sentence]) -> float:
    """The share of words that the shipped pieces cut in another way than all pieces would."""
    words = Counter(WORD_MARK + word for sentence in sentences for word in sentence.words)
    spelled = list(words)
    pairs = zip(whole.tokenizer.encode_batch(spelled), kept.tokenizer.encode_batch(spelled), strict=True)
    other = sum(words[word] for word, (a, b) in zip(spelled, pairs, strict=True) if a.tokens != b.tokens)
    return other / words.total()


def kept_pieces(
    image: Image, segmenter: Segmenter, sentences: Iterable[Sentence], texts: Path | None, config: VocabularyConfig
) -> list[int]:
    """The ids of the pieces to ship, in the image's order.

    A word all of whose pieces are kept is cut as before: its best segmentation is still there and has lost rivals only.
    """
    words = set(frequent_words(config)) | {word for sentence in sentences for word in sentence.words}
    if texts is not None:
        words |= set(words_of_texts(texts))
    spelled = sorted({unicodedata.normalize("NFKC", word[:200]).replace(" ", "") for word in words})
    kept = set(range(SPECIAL))
    for prefix in (WORD_MARK, ""):
        for encoding in segmenter.tokenizer.encode_batch([prefix + word for word in spelled]):
            kept.update(encoding.ids)
    for number, piece in enumerate(image.pieces):
        bare = piece.removeprefix(WORD_MARK)
        if not bare or bare in LETTERS or PLAIN.fullmatch(bare):
            kept.add(number)
    return sorted(kept)
