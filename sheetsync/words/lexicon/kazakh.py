"""The words of deadlines in Kazakh, in the lines of `entries`: months, all year."""

from sheetsync.words.lexicon.kinds import Kind, Unit

_MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"

ENTRIES: tuple[tuple[Kind, int, str], ...] = (
    *((Kind.MONTH, at, name) for at, name in enumerate(_MONTHS.split(), 1)),
    (Kind.UNIT, Unit.QUARTER, "тоқсан"),
    (Kind.FREQUENCY, Unit.QUARTER, "тоқсан сайын"),
    (Kind.FREQUENCY, Unit.MONTH, "ай сайын"),
    (Kind.FREQUENCY, Unit.WEEK, "апта сайын"),
    (Kind.ALL_YEAR, 0, "жыл бойы|жыл бойына|тұрақты"),
)
