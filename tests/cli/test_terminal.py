"""What fits the terminal: Cyrillic, wide and combining characters counted as shown."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sheetsync.cli.terminal import WIDTH, beside, cut, padded, table_lines, wrapped
from tests.cli.conftest import Call

PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("срок", "срок"),
        ("апрель", "апрель"),
        ("сентябрь", "сентя…"),
        ("日本日本", "日本 …"),
        ("до\n15", "до 15"),
    ],
)
def test_a_text_is_cut_to_its_columns(text: str, shown: str) -> None:
    assert cut(text, 6) == shown


@given(PRINTABLE)
def test_a_text_never_takes_more_than_its_columns(text: str) -> None:
    assert cell_len(cut(text, 10)) <= 10


def test_columns_stand_below_each_other() -> None:
    rows = [("1", "срок", "Отдел"), ("12", "и\u0306", "日本"), ("", "日本", "УМЦ")]
    lines = table_lines(("№", "что", "кто"), rows)
    starts = [
        cell_len(line[: line.index(row[2])]) for line, row in zip(lines[1:], rows, strict=True)
    ]
    assert len(set(starts)) == 1


def test_no_line_ends_in_spaces() -> None:
    assert table_lines(("а", ""), [("б", "в"), ("где", "")]) == ["а", "б    в", "где"]


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = [("12", "ж" * 50_000, "Отдел организационной работы и коллективных действий")]
    (_, line) = table_lines(("№", "что", "кто"), rows, whole=(0,))
    assert cell_len(line) <= 60
    assert line.startswith("12  ж")
    assert line.count("…") == 2


def test_a_paragraph_hangs_below_its_first_line() -> None:
    first, *rest = wrapped("слово " * 40).splitlines()
    assert all(line.startswith("    слово") for line in rest)
    assert max(map(len, (first, *rest))) <= WIDTH


def test_a_hyphen_is_no_place_to_break() -> None:
    assert "информационно-\n" not in wrapped("информационно-аналитической " * 20)


def test_words_stand_beside_their_margin() -> None:
    lines = beside(padded("почта", 12), "слово " * 30).splitlines()
    assert {line[:12] for line in lines} == {"почта       ", " " * 12}


def on_a_terminal(*words: str | Path, **environment: str) -> str:
    """What the real program prints where stdout is a terminal, its colours included."""
    mother, child = pty.openpty()
    command = [sys.executable, "-m", "sheetsync", *map(str, words)]
    done = subprocess.Popen(command, stdout=child, stderr=child, env={**os.environ, **environment})
    os.close(child)
    shown = b""
    while True:
        try:
            shown += os.read(mother, 1 << 16)
        except OSError:  # Linux says so that nobody holds the other end any more
            break
    done.wait()
    os.close(mother)
    return shown.decode()


def test_colour_is_for_terminals_that_want_it(made: Path, call: Call) -> None:
    words = ("doctor", "-C", made)
    assert "\x1b[33m" in on_a_terminal(*words)
    assert "\x1b[" not in on_a_terminal(*words, NO_COLOR="1")
    assert "\x1b[" not in call(*words).stdout


@pytest.mark.parametrize(
    "words", [("run", "--today", "2021-06-01"), ("status", "--today", "2021-06-03")], ids=" ".join
)
def test_who_watches_reads_lines_that_fit_80_columns(
    words: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    shown = on_a_terminal(*words)
    assert [line for line in shown.splitlines() if cell_len(line) > WIDTH] == []


def test_a_run_is_one_line_for_a_log_and_one_a_part_for_whoever_watches(
    folder: Path, call: Call
) -> None:
    logged = call("run", "-v", "--today", "2021-05-05", "-C", folder).stdout
    assert logged.count("\n") == 1
    shown = on_a_terminal("run", "--today", "2021-05-06", "-C", folder).splitlines()
    first = next(number for number, line in enumerate(shown) if "скоро срок у" in line)
    assert shown[first + 1] == "    2 письма записано в outbox, сервер не назван;"
    assert shown[first + 2].startswith("    сводка записана.")


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_cyrillic_is_whole_in_any_locale(made: Path, locale: str) -> None:
    command = [sys.executable, "-m", "sheetsync", "overdue", "-C", str(made)]
    environment = {"PATH": os.environ["PATH"], "LANG": locale, "LC_ALL": locale}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "состояние" in done.stdout.decode("utf-8", errors="replace")


def test_what_is_copied_stays_in_one_piece() -> None:
    path = f"/{'папка/' * 20}план.xlsx"
    lines = wrapped(f"Папка {path} готова, запустите sheetsync run --dry-run и посмотрите.").split(
        "\n"
    )
    assert any(path in line for line in lines)
    assert any("sheetsync run --dry-run" in line for line in lines)


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "progress", "сделано частично, есть замечания комиссии по подготовке к зиме"),
        ("explain", "deadlines", "по мере надобности и возможности, но не реже раза в столетие"),
        ("explain", "responsibles", "Заведующий, завхоз, бухгалтер, методист, логопед, психолог"),
        ("run", "--dry-run", "--today", "2021-06-01"),
        ("digest", "--today", "2021-06-01"),
        ("history",),
        ("history", "5"),
    ],
    ids=" ".join,
)
def test_sentences_fit_80_columns(words: tuple[str, ...], folder: Path, call: Call) -> None:
    shown = call(*words, "-C", folder).stdout
    assert [line for line in shown.splitlines() if len(line) > WIDTH] == []


def test_a_report_s_line_fits_80_columns(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    shown = call("report", "--docx", "доклад президиуму о ходе выполнения плана.docx").stdout
    assert shown
    assert [line for line in shown.splitlines() if len(line) > WIDTH] == []


def test_a_number_stays_beside_what_it_numbers() -> None:
    for width in range(60, 90):
        lines = wrapped(f"{'а' * width} (п. 12), № 5").splitlines()
        assert not [line for line in lines if line.endswith(("п.", "№"))]
