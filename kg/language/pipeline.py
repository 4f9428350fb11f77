"""The stages of the language pipeline, in order."""

from spacy.lang.de import German
from spacy.language import Language

# Imported for the factories that they register.
from kg.language import analyser as analyser
from kg.language import sentences as sentences
from kg.language import separable as separable
from kg.language import tokenizer as tokenizer

META = {
    "lang": "de",
    "name": "kg_news",
    "version": "1.0.0",
    "description": "German news: tags, morphology, lemmas, UD parse, entities (PER, LOC, ORG, MISC).",
    "license": "CC BY-SA 4.0",
}


def build_pipeline(threads: int = 1) -> Language:
    """Tokenizer, sentence splitter, analyser."""
    nlp = German.from_config({"nlp": {"lang": "de", "tokenizer": {"@tokenizers": "kg_news_tokenizer"}}}, meta=META)
    # The network reads sentence by sentence, so their borders come first.
    nlp.add_pipe("kg_sentences")
    nlp.add_pipe("kg_analyser", config={"threads": threads})
    return nlp
