"""Signs that stand for words in the cells of a table: ticks, crosses and empty boxes."""

TICKS = frozenset("✓✔✅☑√🗸+v")
"""Each says by itself that something is done; in a column of months, that it is to be then."""
CROSSES = frozenset("xх")
"""Latin and Cyrillic: yes in a column of months, but nobody's answer in one of marks."""
EMPTY_BOX = "☐"

_AS_PICTURE = "\ufe0f"  # follows "✔" where a phone typed it


def unpainted(words: str) -> str:
    """Without what only says that a sign is shown as a picture."""
    return words.replace(_AS_PICTURE, "")
