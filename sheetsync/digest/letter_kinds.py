"""The kinds of letters: whom each is for, when it goes, how it reads. A new one is an entry here.

Its templates are in a folder of its name, its sentences in the catalogues.
"""

from collections.abc import Callable
from typing import Final

from sheetsync.digest.chair import chair_digest
from sheetsync.digest.coordinator import coordinator_digest
from sheetsync.digest.departments import between, introductory, monthly, request
from sheetsync.digest.draft_digests import DraftDigest
from sheetsync.digest.letter_style import Focus, LetterStyle
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import Digest
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked


@frozen
class ToDepartments:
    """To whoever has a part in the plan: each address that is shown something.

    `when` says what calls for such a letter today, "" for nothing; of several kinds that are
    called for the first of the table goes.
    """

    when: Callable[[PolicyInput, DraftDigest], str]
    style: LetterStyle = LetterStyle()


@frozen
class ToPerson:
    """To the person of a section of the settings that has an address.

    `when` takes a digest of nothing and gives the one of today, None where there is none. Between
    two letters lie some days, but for a monthly one; where it `joins`, it also goes along with
    another letter of the day to the same address.
    """

    person: str
    when: Callable[[PolicyInput, Digest], Digest | None]
    joins: bool = False
    style: LetterStyle = LetterStyle()


LETTER_KINDS: Final[dict[str, ToDepartments | ToPerson]] = {
    "introductory": ToDepartments(  # the first one an address gets
        when=introductory,
        style=LetterStyle(
            lead=marked("first letter"),
            # Whoever reads of the program for the first time has not yet been asked anything.
            poses=False,
            calendar=True,
        ),
    ),
    "monthly": ToDepartments(when=monthly, style=LetterStyle(calendar=True)),
    "between": ToDepartments(when=between, style=LetterStyle(whole=False)),
    "request": ToDepartments(  # a member of a group is asked politely
        when=request,
        style=LetterStyle(
            greeting=marked(
                "Good day. {curator} gathers what was done since {since} about the measures of the"
                " plan in which your organisation takes part. Please tell us: an answer to this"
                " letter of two or three lines is enough."
            ),
        ),
    ),
    "coordinator": ToPerson(
        person="coordinator",
        when=coordinator_digest,
        joins=True,
        style=LetterStyle(
            focus=Focus.ALERTS,
            order=("alerts", "overview", "topics", "news"),
            reason=marked("You got this letter because you look after the plan."),
            rhythm=marked("It comes on working days on which there is something new."),
        ),
    ),
    "chair": ToPerson(
        person="chair",
        when=chair_digest,
        style=LetterStyle(
            focus=Focus.PLAN,
            reason=marked("You got this letter because you preside over the plan's execution."),
            rhythm=marked("It comes at the beginning of a month and before a sitting."),
        ),
    ),
}
"""By the name that stands in the ledger; the first of several names a mixed letter."""

STYLES: Final = {name: kind.style for name, kind in LETTER_KINDS.items()}
