"""Phrases that a person has settled: how they are found, and how they are read."""

from collections.abc import Callable
from dataclasses import replace

from sheetsync.model import Progress, Wordings
from sheetsync.model.language import Message, gettext_lazy, joined
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.timing.rules import OWN_WORDS

_LONGEST = 100  # characters of a phrase that anybody would type into a command


def phrase_key(text: str) -> str:
    """What a settled phrase is found by: the same for all ways to type it."""
    return fold(text).strip(" .,;:!")


def with_offer(advice: Message, text: str, *, status: bool = False) -> Message:
    """The advice with the command that settles the phrase for good, where it can be typed."""
    line = tidy(text)
    # «27.112026» is a slip, which means nothing in other cells; «1» may be an office's own mark.
    told = any(map(str.isalnum if status else str.isalpha, line))
    if len(line) > _LONGEST or '"' in line or not told:
        return advice
    offer = (
        gettext_lazy(
            "Or decide it once and for all: sheetsync wordings add "
            '--status "{text}" --as "…", with its meaning for the dots, such as “in progress”',
            text=line,
        )
        if status
        else gettext_lazy(
            'Or decide it once and for all: sheetsync wordings add "{text}" --as "…", '
            "with its meaning for the dots, such as “by 15 May”",
            text=line,
        )
    )
    return joined(" ", (advice, offer))


def read_by_wordings(text: str, read: Callable[[str], Progress], wordings: Wordings) -> Progress:
    """What a status means, by `read` or as it is settled, which overrules all rules."""
    words = dict(wordings.statuses).get(phrase_key(text)) if wordings.statuses else None
    if words is None:
        return read(text)
    return replace(read(words), text=tidy(text), rule=settled_rule(words))


def settled_rule(words: str) -> str:
    """The name of the rule by which a phrase means those words."""
    return f"{OWN_WORDS.name}: «{words}»"
