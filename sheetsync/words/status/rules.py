"""What one statement of a status can say, and how a rule that finds it out is written.

Where a new word goes, the map in `words` says.
"""

from collections.abc import Callable
from enum import Enum, auto

from sheetsync.model.frozen import frozen
from sheetsync.words.pattern import LazyPattern, pattern
from sheetsync.words.rule import InEnglish, Rule


class Sign(Enum):
    """What a single statement says, before the deadline and the other statements are looked at."""

    REQUEST = auto()  # somebody asks for a decision: «прошу продлить срок»
    UNSURE = auto()
    MERGED = auto()
    CANCELLED = auto()
    POSTPONED = auto()
    REASSIGNED = auto()
    WAITING = auto()
    CALLED = auto()  # the outside request or plan has come
    PARTIAL = auto()
    NOT_DONE = auto()
    PLANNED = auto()
    IN_WORK = auto()
    CLOSED = auto()  # the measure itself: «выполнено», «да»
    FACT = auto()  # a deed: «состоялся слёт»
    HABIT = auto()  # what is done again and again: «еженедельно публикуется»
    DAYS = auto()  # nothing but days
    NOTHING = auto()


DEEDS = (Sign.CLOSED, Sign.FACT)
"""What says that something was done: the measure itself, or a deed that may be all of it."""


@frozen
class StatementRule(Rule):
    """One way to read a statement: what it says where the pattern is found in its folded words.

    So it is where `also`, which looks at the words in another way, is true of them.
    """

    sign: Sign
    pattern: LazyPattern
    also: Callable[[str], bool] | None = None

    def fits(self, words: str) -> bool:
        """Whether the rule reads these folded words."""
        return bool(self.pattern.search(words) or (self.also and self.also(words)))


def rule(
    russian: tuple[str, str],
    sign: Sign,
    alternatives: str,
    *,
    english: tuple[str, str],
    also: Callable[[str], bool] | None = None,
) -> StatementRule:
    """A rule over the alternatives, one a line, each of which begins at the start of a word.

    `russian` and `english` are its name and example.
    """
    name, example = russian
    joined = "|".join(line.strip() for line in alternatives.strip().splitlines())
    return StatementRule(
        name=name,
        sign=sign,
        example=example,
        meaning="",  # what the example is read as
        pattern=pattern(rf"\b(?:{joined})"),
        english=InEnglish(*english),
        also=also,
    )


DAY = Rule(
    "дата",
    "15.04",
    "одна дата – день, когда сделано; будущая – план",
    InEnglish("date", "15 April", "a date alone is the day it was done; a future one, a plan"),
)
SHARE = Rule(
    "доля",
    "18 из 25",
    "число, доля или процент меньше целого – часть",
    InEnglish("share", "18 of 25", "a number, share or per cent below the whole is a part"),
)
MARK = Rule(
    "отметка",
    "✓",
    "галочка или «+»; пустой флажок – отметки нет",
    InEnglish("tick", "✓", "a tick or “+”; an empty checkbox is no mark"),
)
DOCUMENT = Rule(
    "документ",
    "приказ № 3",
    "протокол, акт или исходящее с днём из срока – сделано, иное – работа идёт",
    InEnglish(
        "document",
        "order no. 3",
        "minutes or a report with a day of the deadline is done, any other is work going on",
    ),
)
ANYTHING = Rule(
    "любая запись",
    "созванивались с филиалами",
    "на годовой работе годится любая фраза",
    InEnglish("any words", "called the branches", "of year-round work any words will do"),
)
EMPTY = Rule(
    "пустая ячейка",
    "",
    "в плане ничего не написано",
    InEnglish("empty cell", "", "the plan says nothing"),
)

PLAIN_ANSWERS = (DAY, SHARE, MARK, DOCUMENT, ANYTHING, EMPTY)
"""Rules that look at no words, by the names under which staff are told of them."""
