"""The letters whose golden files are kept: one of each kind, and the awkward ones."""

from dataclasses import replace
from datetime import date

from sheetsync.model import (
    AlertKind,
    Columns,
    DeadlineKind,
    Department,
    Digest,
    Doubt,
    Finding,
    Meaning,
    NewsKind,
    Progress,
    Role,
    State,
    Topic,
)
from sheetsync.model.language import Words, gettext_lazy
from sheetsync.plan.findings import finding
from sheetsync.words.calendar_facts import days_there
from tests.builders import DEPARTMENT, OPEN, YEAR_ROUND, deadline, measure, milestone, month
from tests.digest.digests import alert, digest, digest_item, item, line, news, of_topic

APRIL, MAY = date(2021, 4, 30), date(2021, 5, 31)
CENTRE = Department(name="УМЦ", addresses=("umc@example.org",))
POSTPONED = Progress(text="Перенесено на сентябрь", meaning=Meaning.POSTPONED, on=date(2021, 9, 30))
PARTLY = Progress(text="обновлён у 18 из 25 организаций", meaning=Meaning.PARTIAL)
TRAINED = Progress(text="обучено 24 чел.", meaning=Meaning.WORD)
REQUEST = replace(OPEN, text="по запросу ФНПР", waits_for="ФНПР")
COUNCIL = measure("1", text="Заседание Совета «О работе членских организаций»")
RESERVE = measure("5", done=PARTLY, text="Обновить банк данных резерва профсоюзных кадров")
TABLE = measure("6", text="Провести «круглый стол» председателей отраслевых организаций")
SITE = measure("15", when=YEAR_ROUND, text="Продолжить разработку и внедрение нового сайта")
TRAINING = measure("13", when=YEAR_ROUND, done=TRAINED, text="Обучение кадров и актива")
RESEARCH = measure("19", when=REQUEST, text="Принять участие в исследовании ФНПР")
UNREAD = measure("20", when=deadline(DeadlineKind.UNREADABLE), text="Провести конкурс")
WEBINAR = measure("10", lead=CENTRE, helpers=(DEPARTMENT,), text="Вебинар для профактива")
RIVAL = measure("2", text="Рассмотреть на заседании Президиума вопрос по мотивации")

YEAR = "в течение года"
ASKED = digest_item(item(said=YEAR, of=SITE), "pulse-Q1", last_word=date(2021, 2, 6), new=True)
LATE = (
    digest_item(item(due=APRIL, of=COUNCIL), "late-3"),
    digest_item(
        item(due=date(2021, 2, 28), said="февраль", of=RIVAL), "late-month-2021-05", new=True
    ),
)
WAITS = digest_item(item(said="по запросу ФНПР", of=RESEARCH), "ask-04")
HELPED = replace(digest_item(item(due=APRIL, of=WEBINAR)), role=Role.HELPER)

MONTHLY = replace(
    digest(
        of_topic(Topic.OVERDUE, *LATE),
        of_topic(
            Topic.DUE_SOON,
            digest_item(item(due=MAY, said="май", of=RESERVE), "month-2021-05", new=True),
        ),
        of_topic(Topic.UNREAD, digest_item(item(said="до 31 апреля", of=UNREAD))),
        of_topic(
            Topic.ASK,
            ASKED,
            replace(digest_item(item(said=YEAR, of=TRAINING), "pulse-Q1-2"), asked=True),
        ),
        of_topic(Topic.WAITING, WAITS),
        of_topic(Topic.UPCOMING, digest_item(item(due=date(2021, 6, 30), said="июнь", of=TABLE))),
        of_topic(Topic.ONGOING, digest_item(item(said=YEAR, of=TRAINING))),
        (Topic.HELPING, (HELPED,)),
    ),
    answer_by=date(2021, 5, 24),
)
MOVED = replace(
    news(
        NewsKind.DEADLINE,
        line("6", "Провести «круглый стол»", deadline="июнь"),
        line("6", "Провести «круглый стол»", deadline="сентябрь"),
        moves=2,
    ),
    was_due=date(2021, 6, 30),
    due=date(2021, 9, 30),
)
FINISHED = news(
    NewsKind.DONE, line("3", "Отчёт"), line("3", "Отчёт", status="выполнено 30.04, протокол № 4")
)
LED = news(NewsKind.LED, None, line("7", "Оказать методическую помощь", deadline=YEAR))
MONTHLY_NEWS = replace(MONTHLY, news=(MOVED, FINISHED, LED))
INTRODUCTORY = replace(
    MONTHLY,
    kind="introductory",
    trigger="introductory",
    introduces=True,
    topics=MONTHLY.topics | {Topic.ASK: (ASKED,)},
)
BETWEEN = digest(
    of_topic(
        Topic.OVERDUE,
        replace(LATE[0], stage="late-10", says_overdue=True, new=True, missed=2, again=True),
    ),
    of_topic(
        Topic.DUE_SOON,
        digest_item(item(due=date(2021, 5, 11), said="до 11 мая", of=TABLE), "last-day", new=True),
        digest_item(item(due=MAY, said="май", of=RESERVE), "month-2021-05"),
    ),
    kind="between",
    trigger="last-day",
)
ASKS = digest_item(item(said=YEAR, of=SITE), "request-2021-04", role=Role.MEMBER, new=True)
FORUM = digest_item(item(said=YEAR, of=TRAINING), "request-2021-04", role=Role.MEMBER, new=True)
MEMBER_REQUEST = replace(
    digest((Topic.REQUEST, (ASKS, FORUM)), kind="request"),
    address="member-01@example.org",
    departments=("Членская организация № 1",),
    curator="Отдел организационной работы",
)
_COLUMNS = Columns(
    row=3,
    letters={"deadline": "C", "responsible": "D", "status": "E"},
    headers={"deadline": "Сроки", "responsible": "Ответственные", "status": "Отметка"},
)


def _found(code: str, quote: str, *, hint: Words = "", advice: Words = "") -> Finding:
    doubt = Doubt(code=code, quote=quote, hint=hint, advice=advice)
    return finding(doubt, row=14, number="11", columns=_COLUMNS)


IMPOSSIBLE = _found(
    "deadline-impossible",
    "до 31 апреля",
    hint=days_there(4, 30),
    advice=gettext_lazy("Write, for example, “{words}”.", words="до 30 апреля"),
)
NO_ADDRESS = _found("no-address", "Молодёжный совет")
PARTIAL = _found("progress-partial", "обновлён у 18 из 25 организаций")
PUT_OFF = replace(
    item(
        State.UPCOMING,
        date(2021, 9, 30),
        said="июнь",
        of=measure("6", text="Провести «круглый стол»", done=POSTPONED),
    ),
    moved_from=date(2021, 6, 30),
)
COORDINATOR = replace(
    digest(kind="coordinator", trigger="notices"),
    address="coordinator@example.org",
    departments=("Координатор плана",),
    alerts=(
        replace(
            alert(AlertKind.UNDELIVERED, words="550 5.1.1 User unknown"),
            address="umc@example.org",
        ),
        replace(alert(AlertKind.UNDELIVERED), address="info@example.org"),
        alert(AlertKind.ESCALATED, LATE[1].item),
        replace(alert(AlertKind.SILENT, ASKED.item), last_word=date(2021, 1, 30)),
        alert(AlertKind.GROUNDLESS, PUT_OFF),
        replace(alert(AlertKind.FINDING), finding=IMPOSSIBLE),
        replace(alert(AlertKind.FINDING), finding=NO_ADDRESS),
        replace(alert(AlertKind.FINDING), finding=PARTIAL),
    ),
)
GUARDED = replace(
    COORDINATOR,
    alerts=(
        alert(AlertKind.GUARD, words="Из 24 пунктов прежнего плана на листе осталось 3."),
        alert(AlertKind.NO_REPORT, WAITS.item),
    ),
)
CHAIR = replace(
    digest(
        of_topic(Topic.WORST, LATE[1], LATE[0]),
        of_topic(Topic.ESCALATED, LATE[1]),
        kind="chair",
        trigger="sitting 2021-05-14",
    ),
    address="chair@example.org",
    departments=("Председатель",),
    news=(MOVED, FINISHED),
    newly_late=(LATE[0].item,),
    standing={
        State.OVERDUE: 2,
        State.DUE_SOON: 1,
        State.UPCOMING: 3,
        State.ONGOING: 12,
        State.WAITING: 4,
        State.DONE: 2,
    },
    escalated_before=3,
)
NAMED_WITH_SIGNS = replace(
    digest(
        of_topic(
            Topic.OVERDUE,
            digest_item(
                item(
                    due=APRIL,
                    of=measure("1", text='Сверить <b>списки</b> & «акты» "за год"'),
                ),
                "late-3",
            ),
        )
    ),
    departments=('Отдел <учёта> & "контроля"',),
)
LONG = digest(
    of_topic(
        Topic.DUE_SOON,
        digest_item(item(due=MAY, of=measure("2", text="Подготовить проекты " * 150)), "before-7"),
    )
)
MANY_LATE = digest(
    of_topic(
        Topic.OVERDUE,
        *(
            digest_item(item(due=APRIL, of=measure(str(n), text=f"Заседание {n}")), "late-10")
            for n in range(1, 41)
        ),
    )
)
ONLY_WAITING = digest(of_topic(Topic.WAITING, WAITS))

PLACES = tuple(milestone(name, month(4)) for name in ("Северный район", "Южный район"))
BY_PLACES = measure("8", when=YEAR_ROUND, milestones=PLACES, text="Отчётные собрания в районах")
# Its first entry has something in each field of `Entry`; in the second nothing is new.
WHOLE_ENTRY = replace(
    digest(
        of_topic(
            Topic.OVERDUE,
            *(
                digest_item(item(due=APRIL, of=BY_PLACES, what=each.what), "late-3", new=True)
                for each in PLACES
            ),
            digest_item(item(due=APRIL, of=COUNCIL), "late-10"),
        )
    ),
    departments=("Отдел кадров", "Отдел организационной работы"),
)

GOLDEN: dict[str, Digest] = {
    "introductory/usual": INTRODUCTORY,
    "monthly/usual": MONTHLY_NEWS,
    "monthly/workbook": MONTHLY_NEWS,
    "monthly/whole-entry": WHOLE_ENTRY,
    "monthly/only-waiting": ONLY_WAITING,
    "monthly/40-late": MANY_LATE,
    "monthly/signs": NAMED_WITH_SIGNS,
    "monthly/long": LONG,
    "monthly/helper": digest((Topic.HELPING, (HELPED,))),
    "between/usual": BETWEEN,
    "between/news": replace(MONTHLY_NEWS, kind="between", trigger="news", topics={}),
    "request/usual": MEMBER_REQUEST,
    "coordinator/usual": COORDINATOR,
    "coordinator/guard": GUARDED,
    "chair/usual": CHAIR,
}
