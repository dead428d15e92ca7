"""The long pages: complete, as the rules are now, and true."""

import re
import shlex
from datetime import date
from itertools import repeat
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

import sheetsync.pages
from sheetsync.cli import cli
from sheetsync.cli.help import _PAGES
from sheetsync.digest.letter_kinds import LETTER_KINDS
from sheetsync.digest.stages import Timetable
from sheetsync.languages import CODES, _, reader_language
from sheetsync.model import Department, Item, Meaning, PlanPeriod, Roster, State
from sheetsync.model.policy import PolicyRules
from sheetsync.morphology import morphology
from sheetsync.plan.workdays import Workdays
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.roster import RosterIndex
from sheetsync.words.rule import Rule
from sheetsync.words.status.rules import ANYTHING, PLAIN_ANSWERS, StatementRule
from sheetsync.words.status.statements import RULES as STATUS_RULES
from sheetsync.words.timing.rules import RULES as DEADLINE_RULES
from sheetsync.words.vocabulary import Vocabulary
from tests.builders import measure
from tests.cli.party_rules import (
    COMPARISONS,
    ENGLISH_COMPARISONS,
    ENGLISH_RULES,
    Comparison,
    PartyRule,
)
from tests.cli.party_rules import RULES as PARTY_RULES
from tests.cli.rules_page import ALL_YEAR, DAY, MONTH, rules_page

CONTEXT = Context(cli)
PAGE = Path(sheetsync.pages.__file__).with_name("rules.md")
NAMES = [rule.name for rule in (*DEADLINE_RULES, *STATUS_RULES, *PLAIN_ANSWERS)]


def shown(page: str) -> str:
    result = CliRunner().invoke(cli, ["help", page], prog_name="sheetsync")
    assert result.exit_code == 0
    return result.stdout


def test_help_alone_lists_commands_and_pages() -> None:
    result = CliRunner().invoke(cli, ["help"], prog_name="sheetsync")
    assert result.exit_code == 0
    listed = result.stdout.split()
    assert [name for name in cli.list_commands(CONTEXT) if name not in listed] == []
    assert [page for page in _PAGES if f"{page}," not in listed] == []


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary(morphology())


@pytest.fixture(scope="module")
def index(words: Vocabulary) -> RosterIndex:
    entries = (
        Department(name="Отдел кадров", aliases=("кадровики",)),
        Department(name="Учебно-методический центр"),
        Department(name="HR department", aliases=("personnel",)),
        Department(name="Training and Research Centre"),
    )
    return RosterIndex(Roster(departments=entries), morphology=words)


@pytest.mark.parametrize(("code", "page"), [("ru", PAGE), ("en", PAGE.with_name("rules.en.md"))])
def test_the_page_says_what_the_rules_say(
    code: str, page: Path, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--update-golden"):
        page.write_text(rules_page(code), encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == rules_page(code)


@pytest.mark.parametrize("language", CODES)
def test_the_page_is_shown(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHEETSYNC_LANG", language)
    assert shown("rules") == rules_page(language)


def test_the_english_page_is_english() -> None:
    assert re.findall("[а-яё]+", rules_page("en"), re.IGNORECASE) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_on_the_page(name: str) -> None:
    page = " ".join(rules_page().split())
    assert f"Правило «{name}»" in page or f"спросим ({name})" in page


def test_the_page_fits_a_terminal() -> None:
    assert max(map(len, rules_page().splitlines())) <= 80


# Where the examples of deadlines are read by their rules: tests/words/test_deadlines.py.


@pytest.mark.parametrize("rule", STATUS_RULES, ids=lambda rule: rule.name)
def test_a_status_is_read_by_the_rule_that_shows_it(rule: StatementRule) -> None:
    read = read_progress(rule.example, deadline=MONTH, today=DAY)
    assert read.rule == rule.name or read.meaning is Meaning.UNCLEAR


@pytest.mark.parametrize("plain", PLAIN_ANSWERS, ids=lambda plain: plain.name)
def test_a_plain_answer_is_read_by_its_name(plain: Rule) -> None:
    deadline = ALL_YEAR if plain is ANYTHING else MONTH
    assert read_progress(plain.example, deadline=deadline, today=DAY).rule == plain.name


@pytest.mark.parametrize("rule", [*PARTY_RULES, *ENGLISH_RULES], ids=lambda rule: rule.name)
def test_a_cell_names_the_parties_that_the_page_shows(rule: PartyRule, words: Vocabulary) -> None:
    read = read_responsibles(rule.example, morphology=words)
    assert tuple(party.name for party in read.parties) == rule.parties


@pytest.mark.parametrize("case", [*COMPARISONS, *ENGLISH_COMPARISONS], ids=lambda case: case.how)
def test_a_name_is_found_as_the_page_shows(case: Comparison, index: RosterIndex) -> None:
    match = index.match(case.written)
    assert match.how == case.how
    assert (match.department.name if match.department else "") == case.entry


@pytest.mark.parametrize("text", ["April", "Q2", "by 15 May 2021", "monthly", "on request"])
def test_the_english_examples_are_understood(text: str) -> None:
    assert read_deadline(text, year=2021).rule


@pytest.mark.parametrize("name", cli.list_commands(CONTEXT))
def test_every_command_is_listed_with_its_options(name: str) -> None:
    page = shown("commands")
    command = cli.get_command(CONTEXT, name)
    options = [option for param in command.params for option in param.opts]
    assert f"sheetsync {name}" in page
    assert [option for option in options if option.startswith("--") and option not in page] == []


def test_the_list_of_commands_fits_a_terminal() -> None:
    assert max(map(len, shown("commands").splitlines())) <= 80


def test_another_page_is_refused() -> None:
    assert CliRunner().invoke(cli, ["help", "weather"]).exit_code == 2


@pytest.mark.parametrize("language", CODES)
def test_the_policy_names_every_stage(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHEETSYNC_LANG", language)
    page = shown("policy")
    table = Timetable(period=PlanPeriod.of_year(2021), workdays=Workdays(), rules=PolicyRules())
    kinds = {"апрель": State.UPCOMING, "до 15 мая": State.UPCOMING, "по запросу": State.WAITING}
    for text, state in kinds.items():
        deadline = read_deadline(text, year=2021)
        item = Item(
            measure=measure(),
            state=state,
            deadline_text=text,
            due=deadline.due,
            explicit=text == "до 15 мая",
        )
        stages = [stage.name for stage in table._table(item, date(2021, 12, 31))]
        stages += [stage.name for stage in table.ongoing]
        unnamed = {name for name in stages if re.sub(r"-\d{4}-\d\d$", "-", name) not in page}
        assert unnamed <= {"pulse-Q2-2", "pulse-Q3-2"}  # "and so on"


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_the_policy_says_when_each_kind_of_letter_goes(
    kind: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEETSYNC_LANG", language)
    rule = rf"(?m)^- {kind}\b[^:]*: \S"
    assert re.search(rule, shown("policy")), f"Add to policy.md in each language: - {kind}: …"


def test_what_the_code_refers_to_stands_on_the_page() -> None:
    """Docstrings name a heading of the policy by how it begins."""
    package = PAGE.parents[1]
    sources = (path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    named = {name for text in sources for name in re.findall(r"`help policy`: ([^)`]+)\)", text)}
    page = (PAGE.parent / "policy.en.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert named
    assert {name for name in named if not any(map(str.startswith, headings, repeat(name)))} == set()
    assert page.count("\n## ") == PAGE.with_name("policy.md").read_text("utf-8").count("\n## ")


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("page", _PAGES)
def test_the_pages_fit_a_terminal(
    page: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEETSYNC_LANG", language)
    assert max(map(len, shown(page).splitlines())) <= 80


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "SHEETSYNC_LANG": "ru"}, "ru"),
    ],
)
def test_the_reader_reads_their_own_language(environment: dict[str, str], expected: str) -> None:
    assert reader_language(environment=environment) == expected


@pytest.mark.parametrize("name", cli.list_commands(CONTEXT))
def test_the_list_of_commands_says_of_each_what_its_own_help_says(name: str) -> None:
    command = cli.get_command(CONTEXT, name)
    assert _(cli._lazy[name][1]) == command.get_short_help_str(limit=100)


@pytest.mark.parametrize("page", ["start", "policy", "security"])
def test_what_everybody_needs_is_there_in_both_languages(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_in = {}
    for language in CODES:
        monkeypatch.setenv("SHEETSYNC_LANG", language)
        shown_in[language] = shown(page)
    said = {code: re.findall(r"\bsheetsync ([a-z-]+)", text) for code, text in shown_in.items()}
    assert shown_in["ru"] != shown_in["en"]
    assert all(commands == said["ru"] for commands in said.values())
    assert {*said["ru"]} <= {*cli.list_commands(CONTEXT), "env"}


@pytest.mark.parametrize("language", CODES)
def test_what_to_type_first_can_be_typed(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHEETSYNC_LANG", language)
    lines = shown("start").replace("\\\n", "").splitlines()
    typed = [shlex.split(line)[1:] for line in lines if line.startswith("       sheetsync")]
    assert len(typed) > 5
    for name, *arguments in typed:
        command = cli.get_command(CONTEXT, name)
        assert command
        options = {option for param in command.params for option in param.opts}
        assert {each for each in arguments if each.startswith("-")} <= options
