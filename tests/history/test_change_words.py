"""Changes as people read them."""

from datetime import UTC, datetime

import pytest

from sheetsync.history.change_words import changes_words, measure_life_words
from sheetsync.history.changes import changes
from sheetsync.history.identity import identify
from sheetsync.languages import load_language
from sheetsync.model import KnownRow, Line
from sheetsync.plan.table import read_table
from tests.history.test_changes import progress
from tests.plan.rows import known_rows, line, numbered
from tests.plan.test_table import RULES
from tests.sample import sample_grid

SAMPLE = read_table(sample_grid(), RULES).lines
RUSSIAN, ENGLISH = load_language("ru"), load_language("en")
NEW = line(measure="Открыть приёмную", deadline="май")


def words(
    before: tuple[Line, ...], now: tuple[Line, ...], late: frozenset[int] = frozenset()
) -> tuple[str, ...]:
    rows = identify(known_rows(before), now, next_identity=100).rows
    return changes_words(
        changes(known_rows(before), rows, progress=progress, late=late),
        RUSSIAN,
    )


def test_three_edits_of_a_renumbered_plan_are_named_and_nothing_else() -> None:
    moved = SAMPLE[2]._replace(deadline="декабрь")
    now = numbered((NEW, *SAMPLE[:2], moved, *SAMPLE[3:14], *SAMPLE[15:]))
    assert words(SAMPLE, now, late=frozenset({3})) == (
        "+ п. 1 «Открыть приёмную», срок «май»",
        "п. 4 (был п. 3): срок «ноябрь» → «декабрь» (после просрочки)",
        "- п. 15 «Продолжить разработку и внедрение нового сайта Смоленского…»",
        "перенумеровано 14 пунктов: 1–14 стали 2–15",
    )


def test_a_renumbered_plan_is_told_in_one_line() -> None:
    lines = words(SAMPLE[:23], numbered((NEW, *SAMPLE[:23])))
    assert lines[1:] == ("перенумерованы 23 пункта: 1–23 стали 2–24",)


def test_a_sorted_plan_is_told_by_its_counts() -> None:
    assert words(SAMPLE, numbered(reversed(SAMPLE))) == (
        "перенумерованы 24 пункта",
        "переставлены 23 пункта",
    )


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ({"number": "7.10"}, "перенумерован 1 пункт: 5 стал 7.10"),
        ({"section": "II. Кадры"}, "в другом разделе теперь 1 пункт"),
        ({"deadline": "май"}, "п. 5: срок «апрель» → «май»"),
        ({"deadline": ""}, "п. 5: срок «апрель» → (пусто)"),
        ({"responsible": "УМЦ"}, "п. 5: ответственные «Отдел кадров» → «УМЦ»"),
        ({"status": "выполнено 3 мая"}, "п. 5: выполнен, отметка «выполнено 3 мая»"),
        ({"status": "ждём"}, "п. 5: отметка «ждём»"),
        ({"note": "нужна смета"}, "п. 5: примечание «нужна смета»"),
        ({"deadline": "Апрель"}, "без изменения смысла исправлены ячейки в 1 пункте"),
        (
            {"measure": line().measure.replace("наградах", "грамотах")},
            "п. 5: текст «… наградах …» → «… грамотах …»",
        ),
        (
            {"deadline": "май", "note": "приказ № 7", "status": "перенос"},
            (
                "п. 5: срок «апрель» → «май» (основание: приказ № 7); примечание «приказ № 7»; "
                "отметка «перенос»"
            ),
        ),
    ],
)
def test_an_edit_reads_like_a_diff(to: dict[str, str], said: str) -> None:
    assert words((line("5"),), (line("5")._replace(**to),)) == (said,)  # type: ignore[arg-type]


def test_a_cleared_mark_that_closed_a_measure_reopens_it() -> None:
    assert words((line("5", status="выполнено"),), (line("5"),)) == (
        "п. 5: снова открыт, отметка «выполнено» снята",
    )


def test_a_measure_without_a_number_is_named_by_its_row() -> None:
    assert words((line(""),), (line("", deadline="май"),)) == ("строка 3: срок «апрель» → «май»",)


def split(whole: Line) -> tuple[str, ...]:
    """What is said where a row of two deadlines has become two."""
    rows = (
        KnownRow(identity=1, line=whole._replace(deadline="апрель")),
        KnownRow(identity=2, line=whole._replace(row=9, number="5.1"), parent=1),
    )
    found = changes(known_rows([whole]), rows, progress=progress)
    return changes_words(found, RUSSIAN)


def test_a_part_names_what_it_was_split_from() -> None:
    said = split(line("5", deadline="апрель, октябрь"))
    assert said[1].endswith("срок «апрель, октябрь» (часть прежнего п. 5)")


def test_a_row_that_turns_out_to_be_a_part_says_of_what() -> None:
    whole, part = line("5"), line("5.1")._replace(row=9)
    before = (KnownRow(identity=1, line=whole), KnownRow(identity=2, line=part))
    moved = KnownRow(identity=1, line=whole._replace(deadline="май"))
    now = (moved, KnownRow(identity=2, line=part, parent=1))
    found = changes(before, now, progress=progress)
    assert changes_words(found, RUSSIAN) == (
        "п. 5: срок «апрель» → «май»",
        "п. 5.1: часть прежнего п. 5",
    )


def test_a_first_plan_is_told_by_its_count() -> None:
    found = changes((), known_rows(SAMPLE), progress=progress)
    assert changes_words(found, RUSSIAN) == ("+ 24 новых пункта",)


def test_nothing_changed_is_nothing_said() -> None:
    assert words(SAMPLE, SAMPLE) == ()


def test_the_life_of_a_measure_tells_the_days_on_which_it_changed() -> None:
    first = line("5")
    moved = first._replace(deadline="май", number="6")
    again = moved._replace(deadline="июнь", status="перенос")
    days = [datetime(2021, 3, day, tzinfo=UTC) for day in (1, 2, 3, 4)]
    life = tuple(zip(days, (first, first, moved, again), strict=True))
    assert measure_life_words(life, RUSSIAN, moves=2) == (
        (
            "1 марта 2021 г.: п. 5 «Обновить положение о наградах и представить его Совету…», "
            "срок «апрель», ответственные «Отдел кадров»"
        ),
        "3 марта 2021 г.: номер «5» → «6»; срок «апрель» → «май»",
        "4 марта 2021 г.: срок «май» → «июнь»; отметка «перенос»",
        "Срок переносили 2 раза.",
    )


def test_a_measure_that_never_was_has_no_life() -> None:
    assert measure_life_words((), RUSSIAN) == ()


def test_a_part_of_a_row_without_a_number_is_named_in_words() -> None:
    assert split(line("", deadline="апрель, октябрь"))[1].endswith("(часть другого пункта)")


def test_an_english_reader_is_told_in_english() -> None:
    now = line("6", deadline="май", status="ждём")
    found = changes(known_rows([line("5")]), known_rows([now]), progress=progress)
    assert changes_words(found, ENGLISH) == (
        "no. 6 (was no. 5): deadline “апрель” → “май”; marked “ждём”",
        "1 item renumbered: 5 is now 6",
    )
