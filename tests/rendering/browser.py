"""A page as Chromium lays it out, and how well its words stand out."""

import re
import subprocess
from pathlib import Path

from tests.real_parts import need

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--virtual-time-budget=3000", "--dump-dom"),
)


def laid_out(page: Path, *, width: int = 1366) -> str:
    """The page's source after its scripts have run in a window of that width."""
    done = subprocess.run(
        [
            *(need("chromium"), *FLAGS, f"--window-size={width},768", "--hide-scrollbars"),
            f"--user-data-dir={page.parent / 'profile'}",
            page.as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1, 1.4.3, from 1 to 21, of two colours such as "rgb(60, 64, 67)"."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
