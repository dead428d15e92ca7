"""python -m tests.drivers.mutations [--count N] [--from SEED]; lists what failed."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.drivers.mutations.cases import make_ground
from tests.drivers.mutations.meeting import meet


def main() -> int:
    """Meet the cases one by one; the number of failures, 255 at most."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    asked = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as room:
        ground = Path(room, "ground")
        make_ground(ground)
        for seed in range(asked.first, asked.first + asked.count):
            complaint = meet(ground, Path(room, "case"), seed)
            if complaint:
                failed += 1
                print(complaint, flush=True)
    print(f"{asked.count} cases, {failed} failed")
    return min(failed, 255)


if __name__ == "__main__":
    sys.exit(main())
