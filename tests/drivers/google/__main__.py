"""python -m tests.drivers.google [--every N] [--from N] [--only WORDS]; the count of failures."""

from tests.drivers.google import quick_time

quick_time.install()  # before the program is imported

# ruff: noqa: E402

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.new_folder import make_sample
from sheetsync.workbooks.google.access import EMULATOR
from tests.drivers.google import ground, ours
from tests.drivers.google.cases import Bench, Case, Command, cases_of
from tests.drivers.google.ground import FIRST, NEXT, Ground, Site
from tests.sample import sample_grid
from tests.sheets_emulator import Emulator, running
from tests.workbooks.keys import write_key
from tests.workbooks.sheets import shared_sheet

COMMANDS = (
    (f"run --today {FIRST}", "nothing of ours"),
    (f"run --today {NEXT}", "all of ours"),
    (f"summary --today {NEXT}", "all of ours"),
    (f"setup-sheet --today {NEXT}", "our tabs"),
    (f"setup-sheet --repair --today {NEXT}", "broken columns"),
    (f"setup-sheet --undo --today {NEXT}", "columns without words"),
    (f"setup-sheet --undo --today {NEXT}", "all of ours"),
)


def begin(base: str, emulator: Emulator, room: Path) -> Bench:
    """The spreadsheet, the folder, and the grounds that commands start from."""
    rows = [[cell or None for cell in row] for row in sample_grid().rows]
    sheet = shared_sheet(emulator, base, {ground.PLAN: rows})
    ground.furnish(sheet)
    site = Site(emulator, sheet.id, room / "plan")
    make_sample(site.folder)
    _name_sheet(site.folder, sheet.id, base)
    grounds: dict[str, Ground] = {}

    def keep(name: str) -> None:
        grounds[name] = ground.keep(site, room / str(len(grounds)))

    keep("nothing of ours")
    _must(site, f"run --today {FIRST}")
    keep("our tabs")
    _must(site, f"setup-sheet --today {FIRST}")
    words = ground.beside_ours(site)
    emulator.edit(site.book_id, words[:-1])
    keep("columns without words")
    emulator.edit(site.book_id, words[-1:])
    keep("all of ours")
    emulator.edit(site.book_id, ground.broken(site))
    keep("broken columns")
    return Bench(site, grounds, room / "aside")


def _name_sheet(folder: Path, spreadsheet: str, base: str) -> None:
    write_key(folder / "key.json", rsa.generate_private_key(65537, 1024), base)
    (folder / "plan.xlsx").unlink()
    settings = folder / "sheetsync.toml"
    lines = f'[plan]\nspreadsheet = "{spreadsheet}"\ngoogle_key = "key.json"\n'
    text = settings.read_text(encoding="utf-8").replace("[plan]\n", lines)
    settings.write_text(text, encoding="utf-8")
    os.environ[EMULATOR] = base


def _must(site: Site, words: str) -> None:
    result = site.call(words)
    if result.exit_code:
        raise SystemExit(f"{words}: {result.output}")


def commands(bench: Bench) -> Iterator[Command]:
    """Each command as it goes where nothing happens."""
    for words, name in COMMANDS:
        ground.restore(bench.site, bench.grounds[name])
        _must(bench.site, words)
        lines = [logged.line for logged in bench.site.emulator.log]
        tokens = sum("/token" in line for line in lines)
        yield Command(words, name, len(lines) - tokens, tokens, ours.drawn(bench.site))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take each Nth case")
    parser.add_argument("--from", type=int, default=0, dest="first", help="and begin with this")
    parser.add_argument("--kind", choices=("edits", "faults"), help="only one kind of them")
    parser.add_argument("--only", default="", help="cases that hold these words")
    options = parser.parse_args()
    emulator = Emulator(locale="ru_RU")
    with running(emulator) as base, tempfile.TemporaryDirectory() as room:
        bench = begin(base, emulator, Path(room))
        wanted = [
            case
            for command in commands(bench)
            for case in cases_of(command)
            if options.only in str(case)
            and options.kind in (None, "faults" if case.times else "edits")
        ][options.first :: options.every]
        failed = _reported(bench, wanted)
    print(f"{len(wanted)} cases, {failed} failed", flush=True)
    sys.exit(bool(failed))


def _reported(bench: Bench, wanted: list[Case]) -> int:
    reasons: Counter[str] = Counter()
    failed = 0
    for number, case in enumerate(wanted, 1):
        wrong = bench.tried(case)
        if number % 10 == 0:
            print(f"{number} of {len(wanted)}", file=sys.stderr, flush=True)
        failed += bool(wrong)
        for one in wrong:
            print(f"FAILED {case}\n       {one}", flush=True)
        reasons.update({one[:60] for one in wrong})
    for one, count in reasons.most_common(40):
        print(f"{count:5} {one}")
    return failed


if __name__ == "__main__":
    main()
