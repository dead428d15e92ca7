"""How a status was understood, in one Russian line for the people who wrote it."""

from datetime import date

from sheetsync.model import Meaning, Progress
from sheetsync.words.terms import day_words, meaning_words


def explain_progress(progress: Progress) -> str:
    """As in "понято: выполнено, 12 апреля 2021 г.; правило «закрыто»", or that it was not."""
    if progress.meaning is Meaning.UNCLEAR:
        return "не понято"
    parts = [f"понято: {_dated(progress.meaning, progress.on)}"]
    parts += [f"«{part.label}»: {_dated(part.meaning, part.on)}" for part in progress.parts]
    parts += [f"пункт {progress.merged_into}"] if progress.merged_into else []
    parts += [f"правило «{progress.rule}»"] if progress.rule else []
    parts += [f"причина: {progress.reason}"] if progress.reason else []
    return "; ".join(parts)


def _dated(meaning: Meaning, on: date | None) -> str:
    words = meaning_words[meaning]
    return f"{words}, {day_words(on)}" if on else words
