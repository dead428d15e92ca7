"""python -m tests.drivers.mail_kills [--kills N] [--letters N]; 1 where one was lost or doubled."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.mail.filed import posted
from tests.mail.kills import deliver_under_kills
from tests.mail.post_server import open_server

LINES = 100  # of a letter, which has 7 KB then


def main() -> int:
    """Let so many letters go by runs of which so many are killed, by either way of asking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=66)
    parser.add_argument("--letters", type=int, default=300)
    asked, failed = parser.parse_args(), False
    letters = [posted(number, lines=LINES) for number in range(1, asked.letters + 1)]
    for pipelining in (False, True):
        with tempfile.TemporaryDirectory() as room, open_server() as server:
            server.pipelining = pipelining
            outcome = deliver_under_kills(Path(room, "db"), server, letters, kills=asked.kills)
            print(f"{'PIPELINING' if pipelining else 'one by one'}, {asked.kills} kills, {outcome}")
            failed |= bool(outcome.lost or outcome.doubled or len(outcome.unknown) > asked.kills)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
