"""Lemmas as edit scripts: how to write the first letter, which inner syllable to drop, what to change at the end.

A script is "case syllable|cut|addition", such as "=|2|en" (keep the case, drop two letters, add "en"): "sagte" →
"sagen"; or "=ge|1|en": "angekündigt" → "ankündigen".
"""

UNCHANGED = "=|0|"
SYLLABLES = ("ge", "zu")  # of participles and of infinitives with "zu"


def set_case(word: str, case: str) -> str:
    """The word with its first letter kept ("="), lowered ("l") or raised ("u")."""
    if case == "l":
        return word[:1].lower() + word[1:]
    return word[:1].upper() + word[1:] if case == "u" else word


def drop_syllable(word: str, syllable: str) -> str | None:
    """The word without the syllable at its start or from the third letter on; None where there is none."""
    if word[: len(syllable)].lower() == syllable:
        return word[len(syllable) :]
    place = word.find(syllable, 2)
    return None if place < 0 else word[:place] + word[place + len(syllable) :]


def shared_start(word: str, lemma: str) -> int:
    """How many letters two words share at their start."""
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return shared


def script_of(word: str, lemma: str) -> str:
    """The script that turns a word into its lemma, the one that changes the least."""
    case = "="
    if word[:1] != lemma[:1] and word[:1].lower() == lemma[:1].lower():
        case = "l" if lemma[:1].islower() else "u"
    best = set_case(word, case)
    shared, syllable = shared_start(best, lemma), ""
    for candidate in SYLLABLES:
        shorter = drop_syllable(set_case(word, case), candidate)
        if shorter is not None and shared_start(shorter, lemma) > shared:
            best, shared, syllable = shorter, shared_start(shorter, lemma), candidate
    return f"{case}{syllable}|{len(best) - shared}|{lemma[shared:]}"


def apply_script(word: str, script: str) -> str | None:
    """The lemma that a script makes of a word, or None where it does not fit."""
    how, cut, addition = script.split("|", 2)
    start: str | None = set_case(word, how[0])
    if how[1:] and start is not None:
        start = drop_syllable(start, how[1:])
    drop = int(cut)
    if start is None or drop > len(start):
        return None
    return (start[: len(start) - drop] + addition) or None
