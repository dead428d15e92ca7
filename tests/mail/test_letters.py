"""Letters as they are read: rendered bodies compared with golden files, awkward ones included."""

import base64
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sheetsync.digest.compose import compose
from sheetsync.digest.entries import Desk
from sheetsync.digest.wording import word
from sheetsync.mail.render import Rendered, Renderer
from sheetsync.model import DeadlineKind, Department, Letter, Meaning, Plan, Progress
from sheetsync.plan.agenda import Warnings, build_agenda
from sheetsync.plan.workdays import Workdays
from sheetsync.resources import data_path
from tests.builders import (
    DEPARTMENT,
    OPEN,
    YEAR_ROUND,
    deadline,
    measure,
    milestone,
    month,
    plan,
    progress,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "digest"
DESK = Desk(
    coordinator="Координатор плана",
    address="coordinator@example.org",
    cell_url=lambda measure: f"https://example.org/plan#E{measure.row}",
)
CENTRE = Department(name="УМЦ", addresses=("umc@example.org",))
MAY = replace(deadline(DeadlineKind.MONTH, month(5)), text="май")
LATE = replace(deadline(DeadlineKind.MONTH, month(4)), text="апрель")
YEAR = replace(YEAR_ROUND, text="в течение года")
REQUEST = replace(OPEN, text="по запросу ФНПР")
UNREAD = replace(deadline(DeadlineKind.UNREADABLE), text="до 31 апреля")
PARTLY = Progress(text="обновлён у 18 из 25 организаций", meaning=Meaning.PARTIAL)
MOVED = replace(progress(Meaning.POSTPONED, date(2021, 5, 20)), text="перенесено на 20.05")
TRAINED = replace(progress(Meaning.WORD), text="обучено 24 чел.")
NOVEMBER = replace(deadline(DeadlineKind.MONTH, month(11)), text="ноябрь")

USUAL = plan(
    measure("1", when=LATE, text="Заседание Совета «О работе членских организаций»"),
    measure("2", when=LATE, done=PARTLY, text="Обновить банк данных резерва кадров"),
    measure("3", when=MAY, text="Провести семинар"),
    measure("4", when=LATE, done=MOVED, text="Подготовить положение о конкурсе"),
    measure("5", when=UNREAD, text="Провести конкурс"),
    measure("6", when=YEAR, text="Обновлять сайт"),
    measure("7", when=YEAR, done=TRAINED, text="Обучение"),
    measure("8", when=REQUEST, text="Принять участие в исследовании"),
    measure("9", when=NOVEMBER, text="Отчёт"),
    measure("10", when=LATE, lead=CENTRE, helpers=(DEPARTMENT,), text="Вебинар"),
    measure(
        "11",
        when=YEAR,
        milestones=(replace(milestone("Северный район", month(4)), deadline=LATE),),
        text="Провести «День профсоюзов»: Северный район (апрель)",
    ),
)
AWKWARD = plan(
    measure("1", when=LATE, text='Сверить <b>списки</b> & «акты» "за год"'),
    measure("2", when=LATE, text="Длинное " + "мероприятие " * 250),
)
ONLY_DUE = plan(measure("3", when=MAY, text="Провести семинар"))


def letter(plan: Plan, address: str = "hr@example.org") -> Letter:
    warnings = Warnings(workdays=Workdays("RU"))
    agenda = build_agenda(plan, today=date(2021, 5, 11), warnings=warnings)
    (digest,) = [d for d in compose(agenda) if d.address == address]
    return word(digest, plan, DESK)


def rendered(plan: Plan) -> Rendered:
    return Renderer(data_path("templates", "email")).render(letter(plan))


@pytest.mark.parametrize(
    ("name", "plan"), [("usual", USUAL), ("awkward", AWKWARD), ("only-due", ONLY_DUE)]
)
def test_the_letter_reads_as_it_was_approved(
    name: str, plan: Plan, request: pytest.FixtureRequest
) -> None:
    found = rendered(plan)
    for suffix, text in (("txt", f"{found.subject}\n\n{found.text}"), ("html", found.html)):
        path = GOLDEN / f"{name}.{suffix}"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


def test_words_of_the_sheet_are_never_markup() -> None:
    assert "<b>списки" not in rendered(AWKWARD).html
    assert "&lt;b&gt;списки&lt;/b&gt; &amp; «акты»" in rendered(AWKWARD).html


def test_the_text_part_holds_no_markup_and_no_long_line() -> None:
    lines = rendered(AWKWARD).text.splitlines()
    assert "Сверить <b>списки</b> & «акты»" in " ".join(lines)
    assert max(map(len, lines)) <= 76


def test_a_subject_says_the_news_in_60_characters() -> None:
    many = plan(*(measure(str(n), when=w) for n, w in enumerate([LATE, MAY, YEAR] * 40, start=1)))
    subject = letter(many).subject
    assert subject == "План 2021: просрочено 40, срок подходит 40, нужен ответ 40"
    assert len(subject) <= 60


def test_a_letter_full_of_everything_stays_under_100_kb() -> None:
    """Gmail cuts what is longer; the encoded size is the one to be safe by."""
    kinds = [LATE, MAY, YEAR, REQUEST, UNREAD]
    long = "Слово " * 100
    many = plan(*(measure(str(n), when=w, text=long) for n, w in enumerate(kinds * 40, start=1)))
    html = rendered(many).html
    assert "ещё 30 пунктов в таблице" in html
    assert len(base64.encodebytes(html.encode())) < 100_000


def test_every_status_is_also_a_word() -> None:
    html = re.sub(r"<style.*?</style>", "", rendered(USUAL).html, flags=re.DOTALL)
    assert "срок вышел 11 дней назад" in html
    assert "осталось 20 дней" in html


def test_links_lead_to_the_row_and_to_a_prefilled_answer() -> None:
    (first, *_) = letter(USUAL).sections[0].entries
    assert first.links[0].url == "https://example.org/plan#E4"
    assert first.links[1].url.startswith("mailto:coordinator@example.org?subject=%D0%9F")
    assert "\n" not in "".join(link.url for link in first.links)
