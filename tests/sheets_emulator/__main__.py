"""python -m sheets_emulator --port N, with the folder above on the path."""

import argparse
from contextlib import suppress

from .emulator import ACCOUNT, Emulator
from .server import serve


def main() -> None:
    parser = argparse.ArgumentParser(description="An emulator of the Sheets API on loopback")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--locale", default="en_US")
    parser.add_argument("--account", default=ACCOUNT, help="whose requests they are")
    options = parser.parse_args()
    with suppress(KeyboardInterrupt):
        serve(options.port, Emulator(account=options.account, locale=options.locale))


main()
