"""Prints how long `sheetsync --help` takes beside a bare `import click`; the bar is 2.5 times."""

import subprocess
import sys
from time import perf_counter

ROUNDS = 15


def fastest(*arguments: str) -> float:
    """Seconds of the fastest round, the one that other programs disturbed least."""
    return min(seconds(*arguments) for _ in range(ROUNDS))


def seconds(*arguments: str) -> float:
    """One run of Python."""
    started = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - started


if __name__ == "__main__":
    bare, ours = fastest("-c", "import click"), fastest("-m", "sheetsync", "--help")
    print(f"import click {bare:.3f} s, sheetsync --help {ours:.3f} s, {ours / bare:.2f} times")
