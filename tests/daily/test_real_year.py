"""Day by day through the real job into a real mail server, with everything that goes wrong."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.daily.disturbances import disturb
from tests.daily.lived_year import LivedYear
from tests.daily.plan_folder import make_folder, send_away
from tests.daily.post_office import open_office
from tests.daily.staff_year import AWAY
from tests.policy_checker.verdict import violations

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")

# The suite lives through the first months; with this set it is the whole year, with many kills.
WHOLE = bool(os.environ.get("SHEETSYNC_WHOLE_YEAR"))
SEED = int(os.environ.get("SHEETSYNC_YEAR_SEED", "2021"))
LAST = date(2021, 12, 30) if WHOLE else date(2021, 4, 30)
KILLS = 40 if WHOLE else 3


def test_a_year_of_real_runs_tells_everything_once_or_says_why_not(tmp_path: Path) -> None:
    trouble = disturb(date(2021, 1, 11), LAST, seed=SEED, kills=KILLS)
    with open_office() as (office, port):
        folder = make_folder(tmp_path / "plan", port=port)
        send_away(folder, AWAY.address, AWAY.first, AWAY.last, AWAY.to)
        lived = LivedYear(folder, office)
        lived.live(trouble, seed=SEED)
    letters = list(lived.letters.values())
    assert lived.misdelivered() == []
    assert violations(lived.year(trouble), letters, lived.holds) == []
    assert {letter.outcome for letter in letters} >= {"sent", "rejected", "unknown"}
