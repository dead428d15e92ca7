"""Where a reader can turn, and what surrounds every item of a letter."""

from collections.abc import Callable
from datetime import date

from sheetsync.model import Measure, Plan
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Language


@frozen
class Letterhead:
    """The coordinator, a measure's own cell in the sheet, and whose plan it is.

    `organisation` is in whose name the letters go out; links are "" where the sheet has none,
    `table_url` may also be the path of a shared file.
    `began` is the day of the first run: a mark that was seen on it may be older.
    """

    coordinator: str
    address: str
    cell_url: Callable[[Measure], str]
    began: date | None = None
    organisation: str = ""
    table_url: str = ""
    summary_url: str = ""  # the tab «Сводка»


@frozen
class RenderContext:
    """The plan, the day, the language and the letterhead of one letter."""

    letterhead: Letterhead
    plan: Plan
    today: date
    language: Language

    def day(self, day: date) -> str:
        """A day as readers of the plan need it."""
        return self.plan.period.day_words(day, self.language)

    def days(self, count: int) -> str:
        """A number of days: "21 день"."""
        return self.language.ngettext("{n} day", "{n} days", count).format(n=count)

    def also(self, names: str, *, late: bool = False, alone: bool = False) -> str:
        """What a section has no room for: «также просрочено: п. 11, 12»; "" for nothing.

        Where nothing stands before it the names are all.
        """
        if alone or not names:
            return names
        gettext = self.language.gettext
        words = gettext("also overdue: {names}") if late else gettext("also: {names}")
        return words.format(names=names)
