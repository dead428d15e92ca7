"""python -m tests.drivers.fleet BAR [--plans N] [--days N]; ends with 1 where a bar is missed."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.drivers.fleet import cost, kills, quota

BARS = {
    "kills": lambda folder, options: kills.kills(folder, options.plans or 200, options.days),
    "frozen": lambda folder, options: kills.frozen(folder, options.plans or 30),
    "quota": lambda folder, options: quota.quota(folder, options.plans or 300),
    "cost": lambda folder, options: cost.cost(folder, options.plans or 200),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bar", choices=BARS)
    parser.add_argument("--plans", type=int, default=0)
    parser.add_argument("--days", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Whoever runs the server as another user must be able to go through.
        failed = BARS[options.bar](Path(folder), options)
    for words in failed:
        print(f"FAILED {words}", flush=True)
    sys.exit(bool(failed))


main()
