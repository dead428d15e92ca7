"""The kinds of letters: whom each is for, when it goes, how it reads. A new one is an entry here.

Its sentences are in the catalogues; where it looks different from others, its templates are in a
folder of its name.
"""

from collections.abc import Callable
from enum import Enum
from typing import Final

from sheetsync.digest.chair import chair_digest, chair_trigger
from sheetsync.digest.coordinator import coordinator_digest, coordinator_trigger
from sheetsync.digest.departments import between, introductory, monthly, request
from sheetsync.digest.draft_digests import DraftDigest
from sheetsync.digest.letter_style import Focus, LetterStyle
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import Digest
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked


class ToDepartments(Enum):
    """To addresses of the roster; of several kinds that are called for the first one goes."""

    SHOWN = "whoever leads an open measure, helps with it, is asked about it, or has news of one"
    ALL = "every department, also one that has nothing open"


@frozen
class ToPerson:
    """To the person of a `section` of the settings that has an address.

    Between two letters lie some days, but for a monthly one; where it `joins`, it also goes along
    with another letter of the day to the same address.
    """

    section: str
    joins: bool = False


def as_shown(_inputs: PolicyInput, digest: Digest) -> Digest:
    """The digest as it is: what the address is shown is all that the letter tells."""
    return digest


@frozen
class LetterKind:
    """Letters of one sort.

    `to` says whom they are for, `when` what calls for one today, "" for nothing. It takes what an
    address is shown: nothing where that is a person's of the settings, or a department's that has
    nothing open. What calls for a letter to all departments is told an address once. `tells` takes
    the digest of what is shown and adds what else the letter says.
    """

    to: ToDepartments | ToPerson
    when: Callable[[PolicyInput, DraftDigest], str]
    tells: Callable[[PolicyInput, Digest], Digest] = as_shown
    style: LetterStyle = LetterStyle()


LETTER_KINDS: Final[dict[str, LetterKind]] = {
    "introductory": LetterKind(  # the first one an address gets
        to=ToDepartments.SHOWN,
        when=introductory,
        style=LetterStyle(
            lead=marked("first letter"),
            # Whoever reads of the program for the first time has not yet been asked anything.
            poses=False,
            calendar=True,
        ),
    ),
    "monthly": LetterKind(to=ToDepartments.SHOWN, when=monthly, style=LetterStyle(calendar=True)),
    "between": LetterKind(to=ToDepartments.SHOWN, when=between, style=LetterStyle(whole=False)),
    "request": LetterKind(  # a member of a group is asked politely
        to=ToDepartments.SHOWN,
        when=request,
        style=LetterStyle(
            greeting=marked(
                "Good day. {curator} gathers what was done since {since} about the measures of the"
                " plan in which your organisation takes part. Please tell us: an answer to this"
                " letter of two or three lines is enough."
            ),
        ),
    ),
    "coordinator": LetterKind(
        to=ToPerson(section="coordinator", joins=True),
        when=coordinator_trigger,
        tells=coordinator_digest,
        style=LetterStyle(
            focus=Focus.ALERTS,
            order=("alerts", "overview", "topics", "news"),
            reason=marked("You got this letter because you look after the plan."),
            rhythm=marked("It comes on working days on which there is something new."),
        ),
    ),
    "chair": LetterKind(
        to=ToPerson(section="chair"),
        when=chair_trigger,
        tells=chair_digest,
        style=LetterStyle(
            focus=Focus.PLAN,
            reason=marked("You got this letter because you preside over the plan's execution."),
            rhythm=marked("It comes at the beginning of a month and before a sitting."),
        ),
    ),
}
"""By the name that stands in the ledger; the first of several names a mixed letter."""

STYLES: Final = {name: kind.style for name, kind in LETTER_KINDS.items()}
