"""The letter as a browser lays it out: on a desk and on a phone, by day and by night."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.rendering.browser import contrast, laid_out

GOLDEN = Path(__file__).parents[1] / "golden"
SIZES = (680, 375)
SCHEMES = ("light", "dark")

# A frame is as narrow as a phone, which a window of the browser cannot be; what the letter looks
# like inside is posted to the page around it, because frames of files may not look at each other.
MEASURE = """
<script>
addEventListener("load", () => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  const widest = [...document.querySelectorAll("body *")]
    .map((element) => element.getBoundingClientRect().right);
  parent.postMessage({
    name: NAME, window: innerWidth, scroll: document.documentElement.scrollWidth,
    widest: Math.max(...widest), text: style("body").fontSize,
    number: style(".no").display, paper: style(".sheet").backgroundColor,
    title: style("h1").color, day: style(".day").color, link: style(".others a").color,
    red: style(".figure.overdue").color, late: style(".figure.overdue").backgroundColor,
    brown: style(".figure.due").color, near: style(".figure.due").backgroundColor,
    grey: style(".figure.quiet").color, quiet: style(".figure.quiet").backgroundColor,
    blue: style(".new").color, new: style(".new").backgroundColor,
    state: style(".state.ink-overdue").color, soon: style(".state.ink-due").color,
    when: style(".when").color, foot: style(".foot").color,
  }, "*");
});
</script>
"""
PAGE = """
<!DOCTYPE html><meta charset="utf-8"><pre></pre>{frames}
<script>
addEventListener("message", ({{ data }}) => {{
  document.querySelector("pre").textContent += JSON.stringify(data) + "\\n";
}});
</script>
"""
FRAME = '<iframe src="{name}.html" width="{size}" height="900" style="color-scheme: {scheme}">'

Seen = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What was measured in each frame, by its name, such as "375-dark"."""
    folder = tmp_path_factory.mktemp("letters")
    letter = (GOLDEN / "monthly" / "usual.ru.html").read_text(encoding="utf-8")
    frames = ""
    for size in SIZES:
        for scheme in SCHEMES:
            name = f"{size}-{scheme}"
            script = MEASURE.replace("NAME", json.dumps(name))
            copy = letter.replace("</body>", f"{script}</body>")
            (folder / f"{name}.html").write_text(copy, encoding="utf-8")
            frames += FRAME.format(name=name, size=size, scheme=scheme) + "</iframe>"
    page = folder / "page.html"
    page.write_text(PAGE.format(frames=frames), encoding="utf-8")
    return _measured(page)


def _measured(page: Path) -> Seen:
    dom = laid_out(page)
    block = re.search(r"<pre>(.*?)</pre>", dom, re.DOTALL)
    assert block, dom
    found = [json.loads(line) for line in unescape(block[1]).splitlines()]
    return {frame["name"]: frame for frame in found}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_is_wider_than_the_window(seen: Seen, size: int, scheme: str) -> None:
    frame = seen[f"{size}-{scheme}"]
    assert frame["window"] == size
    assert frame["scroll"] <= size
    assert frame["widest"] <= size + 0.5  # parts of a pixel are rounded away


def test_the_text_is_large_enough_to_read(seen: Seen) -> None:
    assert {frame["text"] for frame in seen.values()} == {"16px"}


def test_a_phone_shows_the_number_above_its_measure(seen: Seen) -> None:
    assert seen["680-light"]["number"] == "table-cell"
    assert seen["375-light"]["number"] == "block"


def test_the_dark_style_applies_where_it_is_asked_for(seen: Seen) -> None:
    for size in SIZES:
        assert seen[f"{size}-light"]["paper"] == "rgb(255, 255, 255)"
        assert seen[f"{size}-dark"]["paper"] == "rgb(42, 43, 46)"


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *((ink, "paper") for ink in ("title", "day", "link", "state", "soon", "when", "foot")),
        *(("red", "late"), ("brown", "near"), ("grey", "quiet"), ("blue", "new")),
    ],
)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out_from_what_is_behind_them(
    seen: Seen, scheme: str, ink: str, paper: str
) -> None:
    frame = seen[f"680-{scheme}"]
    assert contrast(frame[ink], frame[paper]) >= 4.5
