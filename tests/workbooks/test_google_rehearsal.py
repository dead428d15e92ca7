"""The probe sends all that sheetsync sends, and the emulator answers as what it saved."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from google.auth.credentials import AnonymousCredentials
from gspread.exceptions import APIError

from sheetsync.errors import UsageError
from sheetsync.probe.questions import Answer, probe
from sheetsync.probe.recording import NAME, Recording
from sheetsync.probe.rehearsal import rehearse, samples
from sheetsync.probe.scratch import Scratch, choose_scratch, kept
from sheetsync.workbooks.google.client import Patience, SheetsClient
from tests.sheets_emulator import Emulator, people, running
from tests.sheets_emulator.coverage import UNRECORDED, reads_of_cells, recorded, sent
from tests.workbooks.books import Rows
from tests.workbooks.sheets import Shared, shared_sheet

PLAN: dict[str, Rows] = {"План работ Ивановой": [["№", "Мероприятие"], [1, "Собрать отчёты"]]}
PEOPLES = ("Иванов", "robot@example.iam", "Мероприятие")
BESIDES = 6  # reads, and a write that is answered with the tab
MADE = {"addSheet", "deleteSheet"}  # of the scratch tab itself


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    emulator, base = google
    emulator.reset()
    sheet = shared_sheet(emulator, base, PLAN)
    named = {"name": "Ивановы", "range": {"sheetId": 100}}
    emulator.edit(sheet.id, [{"addNamedRange": {"namedRange": named}}])
    return sheet


def choose(sheet: Shared) -> Scratch:
    clock = sheet.emulator.clock
    patience = Patience(clock=clock, sleep=clock.sleep, chance=max)
    client = SheetsClient(AnonymousCredentials(), base=sheet.base, patience=patience)
    return choose_scratch(client, sheet.id, account="robot@example.org")


def saved(sheet: Shared, folder: Path) -> Path:
    """The file with the answers to all that is rehearsed."""
    scratch = choose(sheet)
    recording = Recording(spreadsheet=sheet.id, locale=scratch.locale)
    recording.watch(scratch.client)
    with kept(scratch):
        rehearse(scratch)
    return recording.save(folder)


def test_every_kind_that_is_sent_is_rehearsed(sheet: Shared) -> None:
    rehearsed = {kind for sample in samples(choose(sheet)) for kind in sample}
    assert sent().keys() <= rehearsed | MADE


def test_kinds_that_no_recording_shows_are_listed(shared: Path) -> None:
    folder = shared / "google-recordings" / "recordings"
    if not folder.is_dir():
        pytest.skip("no recordings beside the checkout")
    assert sent().keys() - recorded(folder).keys() == UNRECORDED.keys()
    assert reads_of_cells(folder) == 0  # the one read that all rests on


def test_the_reads_that_we_live_on_are_rehearsed(sheet: Shared, tmp_path: Path) -> None:
    saved(sheet, tmp_path)
    assert reads_of_cells(tmp_path) == 4  # and one of them is a write's answer


def test_nothing_is_left_of_a_rehearsal(sheet: Shared) -> None:
    before = sheet.emulator.world.book(sheet.id)
    scratch = choose(sheet)
    with kept(scratch):
        taken, refused = rehearse(scratch)
    after = sheet.emulator.world.book(sheet.id)
    assert (taken, refused) == (len([*samples(scratch)]) + BESIDES, {})
    assert (after.sheets, after.named, after.lost) == (before.sheets, before.named, [])
    assert after.metadata == before.metadata


def test_a_refusal_is_told_by_its_kind_and_the_others_are_tried(sheet: Shared) -> None:
    scratch = choose(sheet)
    with kept(scratch):
        sheet.emulator.fail("400", ":batchUpdate", skip=3)
        taken, refused = rehearse(scratch)
    assert refused == {"deleteDeveloperMetadata": "Invalid requests[0]: refused on demand."}
    assert taken == len([*samples(scratch)]) + BESIDES - 1


def test_saved_answers_tell_nothing_of_people(sheet: Shared, tmp_path: Path) -> None:
    text = saved(sheet, tmp_path / "new" / "folder").read_text(encoding="utf-8")
    assert [word for word in (*PEOPLES, sheet.id) if word in text] == []
    kinds = {kind for kind in sent() if f'\\"{kind}\\"' in text}
    assert kinds == sent().keys()


def test_answers_that_cannot_be_saved_name_the_file(sheet: Shared, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=f"{NAME}: на этом месте уже есть файл"):
        saved(sheet, tmp_path / "file")


def replayed(folder: Path, shared: Path) -> str:
    with running(Emulator()) as base:
        done = subprocess.run(
            [sys.executable, "-B", shared / "google-recordings" / "replay_check.py", folder],
            env={"SHEETS_EMULATOR": base},
            capture_output=True,
            text=True,
            check=False,
        )
    return done.stdout + done.stderr


def test_saved_answers_are_replayed_as_recordings_are(
    sheet: Shared, tmp_path: Path, shared: Path
) -> None:
    saved(sheet, tmp_path)
    printed = replayed(tmp_path, shared)
    assert "1 of 1" in printed, printed
    assert "addChart" in printed


def test_an_answer_that_the_emulator_would_not_give_is_found(
    sheet: Shared, tmp_path: Path, shared: Path
) -> None:
    file = saved(sheet, tmp_path)
    told = json.loads(file.read_text(encoding="utf-8"))
    answer = next(one for one in told["interactions"] if "addChart" in one["request"]["body"])
    answer["response"]["body"]["string"] = '{"spreadsheetId": "1sheetsyncProbe"}'
    file.write_text(json.dumps(told), encoding="utf-8")
    assert "0 of 1" in replayed(tmp_path, shared)


KEPT = Path(__file__).parents[1] / "sheets_emulator" / "recordings"


def test_all_that_the_probe_asks_is_matched(sheet: Shared, tmp_path: Path, shared: Path) -> None:
    """Whoever has an account puts what `doctor --probe --save` wrote into the folder `KEPT`."""
    scratch = choose(sheet)
    recording = Recording(spreadsheet=sheet.id, locale=scratch.locale)
    recording.watch(scratch.client)
    with kept(scratch):
        found = list(probe(scratch, []))
    assert [one for one in found if one.answer is Answer.FAILED] == []
    recording.save(tmp_path)
    for file in KEPT.glob("*.json"):
        shutil.copy(file, tmp_path / f"kept-{file.name}")
    printed = replayed(tmp_path, shared)
    assert ", 0 failed" in printed, printed


def test_people_may_rename_the_tab_meanwhile(sheet: Shared) -> None:
    scratch = choose(sheet)
    with kept(scratch):
        sheet.emulator.edit_at(sheet.id, people.rename(scratch.id, "Моё"), match="GET")
        with pytest.raises(APIError, match="Unable to parse range"):
            rehearse(scratch)
    assert sheet.titles() == ["План работ Ивановой"]
