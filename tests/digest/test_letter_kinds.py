"""A kind of letter is an entry of one table: whom it is for and when it goes are values there."""

import pytest

from sheetsync.digest.draft_digests import DraftDigest
from sheetsync.digest.letter_kinds import LETTER_KINDS, STYLES, LetterKind, ToDepartments
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import Department, LetterState, Meaning, State
from tests.builders import DEPARTMENT, measure, progress
from tests.digest.days import Office, calendar, of

CENTRE = Department(name="УМЦ", addresses=("umc@example.org",))


def thanks(inputs: PolicyInput, draft: DraftDigest) -> str:
    leads = {item.measure.assignment.lead_name for item in inputs.agenda.items}
    done = all(item.state is State.DONE for item in inputs.agenda.items)
    return "thanks" if done and leads & set(draft.departments) else ""


@pytest.fixture(params=ToDepartments)
def to(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ToDepartments:
    """Whom a new kind of letter is for: thanks for the last measure."""
    kind = LetterKind(to=request.param, when=thanks)
    monkeypatch.setitem(LETTER_KINDS, "thanks", kind)
    monkeypatch.setitem(STYLES, "thanks", kind.style)
    return kind.to


@pytest.fixture
def office() -> Office:
    """An office whose department has done all that it leads; another one leads nothing."""
    office = Office(measures=(measure(),), departments=(DEPARTMENT, CENTRE))
    office.run("2021-01-11")
    office.measures = (measure(done=progress(Meaning.DONE)),)
    return office


def test_whoever_has_nothing_open_is_told_once_where_the_letter_is_for_all(
    to: ToDepartments, office: Office
) -> None:
    letters = office.run_through("2021-04-05", "2021-05-14")
    assert calendar(letters) == (["04-05 thanks"] if to is ToDepartments.ALL else [])
    assert not of(letters, "umc@example.org")


@pytest.mark.parametrize("to", [ToDepartments.ALL], indirect=True)
def test_what_surely_did_not_arrive_is_said_again(to: ToDepartments, office: Office) -> None:
    office.result = LetterState.REJECTED
    office.run("2021-04-05")
    office.result = LetterState.SENT
    assert calendar(office.run_through("2021-04-06", "2021-04-30")) == ["04-06 thanks"]
