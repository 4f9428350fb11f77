"""In which language a text is, so that a French article is not read as German without a word."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SURE = 0.95
"""Below this, a text counts as German: headlines and one-word texts get no clear answer. All 850 Wikinews articles
come out as German at any threshold."""
_FEWEST_CHARACTERS = 60


def language_of(text: str) -> str:
    """BCP 47 tag of the text's language; `de` unless another one is certain."""
    if len(text) < _FEWEST_CHARACTERS:
        return "de"
    language, probability = _identifier().classify(text)
    return str(language) if probability >= _SURE else "de"


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
