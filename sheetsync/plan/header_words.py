"""Tells from the words of headers which column is which field of a plan (columns.toml)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from sheetsync.model import FIELDS, ColumnRule
from sheetsync.model.frozen import frozen
from sheetsync.plan.deed_columns import with_deeds
from sheetsync.plan.header_rows import HeaderRows, looked_into, of_this_year
from sheetsync.plan.party_columns import with_leading_party
from sheetsync.plan.period_columns import lettered_months
from sheetsync.words.cleaning import fold, in_cyrillic, in_each_language
from sheetsync.words.column_periods import part_of_a_day
from sheetsync.words.headers import HeaderRole, header_is_about, of_other_days, says

_LONGEST = 60  # a whole sentence that happens to begin like a header is a title line
# One letter of «Отвественный» or «Строк исполнения» is not enough to take it for another header.
_SHORTEST_TYPO, _LONGEST_TYPO, _NEAR = 8, 30, 0.92
_SURE = 5  # letters by which a beginning is known even where the word is broken

_BROKEN = re.compile(r"(?<=\w)(?:-\s+|¬\s*)(?=\w)")  # the second is a break copied from Word
_GAPS = re.compile(r"[\s-]")

NO_LAST_DAY = 2
"""The rank of a column of days that holds no last one: beginnings, or what was done when."""

_NO_DUE_DAYS = (
    HeaderRole.HOURS,
    HeaderRole.LAST_TIME,
    HeaderRole.DURATION,
    # Beside «Дата следующей поверки»; alone it is what is known of the days.
    HeaderRole.HOW_OFTEN,
)


@frozen
class HeaderWords:
    """The field of each header and of each beginning of one, all in one spelling."""

    exact: dict[str, str]
    begins: dict[str, str]
    broken: dict[str, str]  # beginnings of words that people broke
    places: dict[str, int]  # of each of them in its list: what stands further up is surer
    rules: Mapping[str, ColumnRule]
    required: tuple[str, ...]  # the fields that a plan must have
    by_meaning: bool = False  # whether a header counts that is on no list and speaks of a field

    @classmethod
    def of(cls, rules: dict[str, ColumnRule]) -> "HeaderWords":
        """The words of the configuration; of two fields with one header the earlier has it."""
        return _words_of(tuple(rules.items()))

    def knows(self, header: str) -> bool:
        """Whether any field may have this header: a quick look before the others."""
        return any(map(self._may_be, in_each_language(header)))

    def _may_be(self, header: str) -> bool:
        text = _spelled(header)
        squeezed = _squeezed(text)
        return (
            squeezed in self.exact
            or text.startswith(tuple(self.begins))
            or squeezed.startswith(tuple(self.broken))
            or (self.by_meaning and len(text) <= _LONGEST and bool(self.meant(header)))
        )

    def whole(self, header: str) -> str:
        """The field whose header this is, "" for none."""
        known = (self.exact.get(_squeezed(_spelled(one))) for one in in_each_language(header))
        return next(filter(None, known), "")

    def beginning(self, header: str, field: str = "") -> str:
        """The field whose headers begin so, "" for none; with `field`, only that one counts."""
        known = [self.begins.get(begin) or self.broken[begin] for begin in self._begun(header)]
        return next((name for name in known if field in ("", name)), "")

    def known(self, header: str) -> str:
        """The field that has this header or a beginning of it, "" for none."""
        return self.whole(header) or self.beginning(header)

    def meant(self, header: str) -> str:
        """The field of a header that is on no list: one mistyped in a letter, or about a field."""
        text = _spelled(header)
        squeezed = _squeezed(text)
        if not _SHORTEST_TYPO <= len(squeezed) <= _LONGEST_TYPO:
            return header_is_about(header)
        near = _mistyped(squeezed, tuple(self.exact))
        return self.exact[near] if near else header_is_about(header)

    def begun(self, header: str) -> str:
        """The longest known beginning of a header, "" for none."""
        return max(self._begun(header), key=len, default="")

    def place(self, header: str) -> int:
        """How far down a known header, or its beginning, stands in the list."""
        squeezed = [_squeezed(_spelled(one)) for one in in_each_language(header)]
        known = [text for text in squeezed if text in self.exact] or self._begun(header)
        return min(self.places[text] for text in known)

    def _begun(self, header: str) -> list[str]:
        return [begin for one in in_each_language(header) for begin in self._begun_in(one)]

    def _begun_in(self, header: str) -> list[str]:
        text = _spelled(header)
        if len(text) > _LONGEST:
            return []
        return [*_beginnings(text, self.begins), *_beginnings(_squeezed(text), self.broken)]


def _beginnings(text: str, known: Mapping[str, str]) -> Iterator[str]:
    # Most texts have none: asked about all at once, that is told in a tenth of the time.
    if text.startswith(tuple(known)):
        yield from filter(text.startswith, known)


@lru_cache(maxsize=1024)
def _mistyped(squeezed: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(squeezed, known, n=1, cutoff=_NEAR)), "")


@lru_cache(maxsize=16)
def _words_of(rules: tuple[tuple[str, ColumnRule], ...]) -> HeaderWords:
    # Once for the many plans of a fleet: nearly all know their columns by the same headers.
    exact: dict[str, str] = {}
    for field, rule in rules:
        for header in rule.headers:
            exact.setdefault(_squeezed(_spelled(header)), field)
    begins: dict[str, str] = {}
    for field, rule in rules:
        for begin in rule.begins:
            begins.setdefault(in_cyrillic(fold(begin)), field)
    broken = {_squeezed(b): field for b, field in begins.items() if len(b) >= _SURE}
    places = {text: at for texts in (broken, begins, exact) for at, text in enumerate(texts)}
    return HeaderWords(
        exact=exact,
        begins=begins,
        broken=broken,
        places=places,
        rules=dict(rules),
        required=tuple(field for field in FIELDS if dict(rules)[field].required),
    )


def mended(header: str) -> str:
    """The header without the breaks that people put into its words: «Мероприя- тие»."""
    return _BROKEN.sub("", header)


def is_deadline(header: str) -> bool:
    """Whether a header speaks of a deadline in any of its words: «Контрольный срок»."""
    return len(header) <= _LONGEST and says(_both_alphabets(header), HeaderRole.DEADLINE)


def due_rank(header: str) -> int:
    """Of several columns of days, how surely one holds the last: the lowest is it."""
    text = _both_alphabets(header)
    if says(header, *_NO_DUE_DAYS) or says(text, HeaderRole.NOT_LAST_DAY):
        return NO_LAST_DAY
    return 0 if says(text, HeaderRole.LAST_DAY) else 1


def _both_alphabets(header: str) -> str:
    """English words as they are, Russian ones in Cyrillic letters only."""
    # With Cyrillic look-alikes in them, "start" and "due" would match no pattern any more.
    latin = fold(header).rstrip(" .:*?")
    return latin if latin.isascii() else _spelled(header)


@lru_cache(maxsize=1024)
def _spelled(header: str) -> str:
    """A header as all may have typed it: no breaks by hand, one alphabet, no sign at its end."""
    return in_cyrillic(mended(fold(header))).rstrip(" .:*?")


def _squeezed(text: str) -> str:
    """Without gaps and hyphens, which people put into words to fit them into a column."""
    return _GAPS.sub("", text)


def match_headers(rows: HeaderRows, words: HeaderWords) -> dict[str, int]:
    """Which column of a header holds which field: whole headers first, then beginnings."""
    rows = of_this_year(rows)
    months = lettered_months(rows)  # "N" is November there, and no number
    if months:
        rows = replace(rows, texts={c: t for c, t in rows.texts.items() if c not in months})
    fields: dict[str, int] = {}
    for tell in (words.whole, words.beginning):
        for _, column, name in sorted(_columns_with_fields(rows, words, tell)):
            if name not in fields and column not in fields.values():
                fields[name] = column
    if words.by_meaning:
        _add_by_meaning(rows, words, fields)
    fields = _with_what_came_to_be(rows, with_deeds(rows, fields, known=words.known))
    return _with_due_day(rows, words, with_leading_party(rows, fields))


def _columns_with_fields(
    rows: HeaderRows, words: HeaderWords, tell: Callable[[str], str]
) -> Iterator[tuple[tuple[int, int], int, str]]:
    """The columns with the field that they hold, and how far down its list the header stands.

    Of «Вид деятельности» and «Содержание» side by side, the second is what is to be done.
    """
    for column, texts in rows.texts.items():
        # The parts of a title alone, "Срок" under «Исполнение», or with it, or the title.
        spelled = [" ".join(texts), texts[-1], texts[0]]
        if len(texts) > 1 and words.known(texts[0]) == "responsible":
            # Below «Ответственные», «исполнение» names whoever does it.
            spelled = [one for one in spelled if words.known(one) != "status"]
        text = next(filter(tell, dict.fromkeys(spelled)), "")
        field = tell(text) if text else ""
        if field and not _is_aside(rows.whole(column), text, words):
            # Of «Дата заключения» and «Дата окончания», which begin alike, the second.
            rank = 0 if field != "deadline" or words.whole(text) else due_rank(rows.whole(column))
            # Of «Owner» and «Assisted by» below "Responsible", the first.
            helps = field == "responsible" and text != texts[-1]
            rank += helps and says(texts[-1], HeaderRole.HELPS)
            yield (rank, words.place(text)), column, field


def _with_what_came_to_be(rows: HeaderRows, fields: dict[str, int]) -> dict[str, int]:
    """The fields with the marks of what came to be: «Исполнение» over «план» and «факт»."""
    marks = fields.get("status")
    title = () if marks is None else rows.texts[marks][:-1]
    if marks is None or not title or not says(rows.whole(marks), HeaderRole.INTENDED):
        return fields
    fields = {field: column for field, column in fields.items() if field != "status"}
    free = (c for c in rows.texts if c not in fields.values())
    beside = (c for c in free if rows.texts[c][:-1] == title)
    came = next((c for c in beside if says(rows.texts[c][-1], HeaderRole.CAME_TO_BE)), None)
    return fields if came is None else {**fields, "status": came}


def _is_aside(header: str, text: str, words: HeaderWords) -> bool:
    """Whether a header, known by that text, says more that is against it: «Срок хранения»."""
    field, whole = words.known(text), bool(words.whole(text))
    if field == "responsible":
        return not whole and header_is_about(header) == "deadline"  # «Исполнить до»
    if field != "deadline" or (whole and text == header):
        return False
    return of_other_days(header, text if whole else words.begun(text))


def _add_by_meaning(rows: HeaderRows, words: HeaderWords, fields: dict[str, int]) -> None:
    for column in sorted(rows.texts, key=lambda column: _how_sure(rows, column)):
        field = "" if column in fields.values() else words.meant(rows.whole(column))
        if not field or field in fields or (field == "responsible" and looked_into(rows, column)):
            continue
        fields[field] = column


def _how_sure(rows: HeaderRows, column: int) -> int:
    """Of several columns whose headers speak of one field, the lowest is it.

    «Подразделение» answers only where nobody else is named: «Ведущий аудитор» stands beside it.
    Days beside «Месяц» are more than it, and it is more than «День недели» and «Время».
    """
    if says(rows.whole(column), HeaderRole.ENGAGED):
        return 0
    last = (HeaderRole.UNIT, HeaderRole.TAKES_PART, HeaderRole.WEEKDAY, HeaderRole.HOURS)
    if says(rows.whole(column), *last, HeaderRole.AIM):
        return 2
    return int(part_of_a_day(rows.texts[column][-1]) in ("month", "quarter", "year"))


def _with_due_day(rows: HeaderRows, words: HeaderWords, fields: dict[str, int]) -> dict[str, int]:
    """The columns with a better deadline where it is missing, moved or a beginning: the end counts.

    A column of marks by its header, «Дата выполнения», is the deadline where there is no other.
    """
    there = fields.get("deadline")
    moved = there is not None and says(rows.whole(there), HeaderRole.MOVED_DAY)
    if there is not None and due_rank(rows.whole(there)) < NO_LAST_DAY and not moved:
        return fields
    taken = {column for field, column in fields.items() if moved or field != "status"}
    days = [c for c in rows.texts if c not in taken and _tells_days(rows, c, words)]
    if not days and there is not None and says(rows.whole(there), HeaderRole.HOURS):
        # «Число» beside «Время проведения», where a title or a section names the month.
        days = [
            c for c in rows.texts if c not in taken and part_of_a_day(rows.texts[c][-1]) == "day"
        ]
    if there is not None:
        days = [c for c in days if due_rank(rows.whole(c)) < NO_LAST_DAY]
    if moved:
        days = [c for c in days if not says(rows.whole(c), HeaderRole.MOVED_DAY)]
    if not days:
        return fields
    due = min(days, key=lambda c: (due_rank(rows.whole(c)), c == fields.get("status"), c))
    return {**{f: c for f, c in fields.items() if c != due}, "deadline": due}


def _tells_days(rows: HeaderRows, column: int, words: HeaderWords) -> bool:
    # "End" alone, where "Schedule" or "Dates" is the title above it.
    said = (rows.whole(column), rows.texts[column][-1])
    tells = any(is_deadline(one) or words.beginning(one, "deadline") == "deadline" for one in said)
    tells = tells or (bool(part_of_a_day(said[1])) and due_rank(said[1]) == 0)  # «Месяц окончания»
    return tells and not of_other_days(rows.whole(column))
