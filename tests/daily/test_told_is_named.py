"""What the ledger counts as told stands in the letter, over whole years; and nothing else does.

The sample plan's years are in `test_simulated_year`.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date

import pytest

from sheetsync.config import Config, load_config
from sheetsync.daily import compose
from sheetsync.daily.simulation import Marks, SimulatedDay, SimulatedDays, simulated_days
from sheetsync.model import CellValue, Digest, Grid
from sheetsync.new_folder import make_sample
from sheetsync.plan.table import read_table
from tests.daily.named_numbers import named_in

YEAR = SimulatedDays(first=date(2021, 1, 11), last=date(2021, 12, 31))
HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка о выполнении")
ORG, CENTRE, INFO = (
    "Отдел организационной работы",
    "УМЦ",
    "Отдел информационно-аналитической работы",
)
MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь", "сентябрь", "октябрь", "ноябрь")
SCHOOL = SimulatedDays(first=date(2025, 9, 1), last=date(2026, 5, 31))
SEASONS = ("сентябрь", "октябрь", "декабрь", "январь", "февраль", "март", "апрель", "май")
Row = tuple[CellValue, ...]


def crowded() -> Iterator[Row]:
    """More than any letter has room for, late one after the other, some led by nobody."""
    leads = (CENTRE, ORG, ORG, "Учёный совет", ORG, ORG)
    for n in range(1, 37):
        yield n, f"Заседание {chr(1040 + n % 32)}", MONTHS[n % 9], leads[n % 6], ""


def mixed() -> Iterator[Row]:
    """Numbers of all sorts, rows without one, deadlines of every kind, co-executors."""
    kinds = ("в течение года", "март, октябрь", "по запросу ФНПР", "до 15 мая", "ежемесячно", "абв")
    numbers = ("", "5.1", "5.2", "7а", "8", "8")
    for n in range(36):
        lead = (INFO, f"{CENTRE}, {ORG}", f"Членские организации, {ORG}")[n % 3]
        yield (
            numbers[n % 6] if n < 12 else n + 40,
            f"Дело {chr(1040 + n % 32)}",
            kinds[n % 6],
            lead,
            "",
        )


def school() -> Iterator[Row]:
    """A year that begins in September, more of it late than is shown in words."""
    for n in range(1, 41):
        when = (
            SEASONS[n % 8],
            f"до {n % 28 + 1} {'ноября' if n % 2 else 'апреля'}",
            "в течение года",
        )
        yield n, f"Педсовет {chr(1040 + n % 32)}", when[n % 3], (ORG, f"{CENTRE}, {ORG}")[n % 2], ""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder = tmp_path_factory.mktemp("named") / "plan"
    make_sample(folder)
    path = folder / "sheetsync.toml"
    text = path.read_text(encoding="utf-8")
    chair = '[chair]\naddress = "chair@example.org"\nsittings = [2021-05-25, 2021-10-20]'
    path.write_text(text.replace("[chair]", chair), encoding="utf-8")
    return load_config(folder)


Lettered = tuple[SimulatedDay, Digest, str]


def letters(
    config: Config, grid: Grid, marks: Marks | None = None, *, span: SimulatedDays = YEAR
) -> Iterator[Lettered]:
    """Each letter of a year, and its text part."""
    table = read_table(grid, config.column_rules)
    for day in simulated_days(config, table, span, marks=marks):
        mail = compose(day.job, day.reading.agenda.plan, day.decision.digests, day.reading.history)
        assert mail.errors == ()
        for digest, letter in zip(day.decision.digests, mail.letters, strict=True):
            yield day, digest, letter.rendered.text


def shown(digest: Digest) -> Iterator[str]:
    """What a letter may name: its items, its news, and what its findings are about."""
    items = [digest_item.item for digest_item in digest.items()] + list(digest.newly_late)
    items += [alert.item for alert in digest.alerts if alert.item]
    yield from (name(item.measure.number, item.measure.row) for item in items)
    yield from (f"строка {n.finding.row}" for n in digest.alerts if n.finding)
    for news in digest.news:
        lines = (news.before, news.after, *news.parts)
        yield from (name(line.number, line.row) for line in lines if line)


def name(number: str, row: int) -> str:
    return number or f"строка {row}"


def told(day: SimulatedDay, digest: Digest) -> Iterator[str]:
    """What the ledger will say that the letter told; of findings the rows."""
    lines = {row.identity: row.line for row in day.reading.rows}
    for notification in (*digest.notifications, *digest.named):
        if notification.identity in lines:
            line = lines[notification.identity]
            is_finding = notification.stage.startswith("finding-")
            yield name("" if is_finding else line.number, line.row)


def judged(
    config: Config, grid: Grid, marks: Marks | None = None, *, span: SimulatedDays = YEAR
) -> Iterator[tuple[SimulatedDay, Digest]]:
    """Each letter of a year, which names what it tells."""
    for day, digest, text in letters(config, grid, marks, span=span):
        where = f"{digest.today} {digest.kind} {digest.address}"
        numbers, rows = named_in(text)
        named = numbers | {f"строка {row}" for row in rows}
        assert set(told(day, digest)) - named == set(), f"{where}: told and not named"
        assert named - set(shown(digest)) == set(), f"{where}: named and not told"
        staged = {m.notification for m in digest.items() if m.notification.stage}
        assert staged <= set(digest.notifications), f"{where}: shown at a stage and not told"
        yield day, digest


def test_each_letter_of_a_year_names_what_it_tells(config: Config) -> None:
    rows = (("План мероприятий на 2021 год",), HEADER, *crowded(), *mixed())
    assert len([*judged(config, Grid(title="План", rows=rows))]) > 60


def test_each_letter_of_a_school_year_names_what_it_tells(config: Config) -> None:
    text = (config.folder / "sheetsync.toml").read_text(encoding="utf-8")
    folder = config.folder.parent / "school"
    shutil.copytree(config.folder, folder)
    period = f"starts = {SCHOOL.first}\nends = {SCHOOL.last}"
    assert "year = 2021" in text
    text = re.sub(r"^year = 2021.*$", period, text, flags=re.MULTILINE)
    (folder / "sheetsync.toml").write_text(text, encoding="utf-8")
    rows = (("План мероприятий на 2025/2026 учебный год",), HEADER, *school())
    grid = Grid(title="План", rows=rows)
    assert len([*judged(load_config(folder), grid, span=SCHOOL)]) > 20
