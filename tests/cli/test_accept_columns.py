"""A header that no list knows is proposed by its cells, and accepted into columns.toml."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.small_plan import rewrite, small_plan

ROWS = [(str(n), f"Слёт {n}", f"до {n} мая", "УМЦ", None) for n in range(1, 5)]


def _renamed(folder: Path, **headers: str) -> Path:
    small_plan(folder, *ROWS)
    for column, header in headers.items():
        rewrite(folder, column, [header], first=1)
    return folder


def _validate(call: Call, folder: Path, *options: str) -> tuple[int, str, str]:
    result = call("validate", "-C", folder, "--today", "2021-04-01", *options)
    return result.exit_code, " ".join(result.stdout.split()), " ".join(result.stderr.split())


TAKEN = {
    "C": ("К чему готовимся", "сроки читаем из столбца «К чему готовимся»"),
    "D": ("Чьими силами", "ответственных читаем из столбца «Чьими силами»"),
}


@pytest.mark.parametrize("column", TAKEN)
def test_one_column_that_its_cells_tell_is_taken_and_accepted(
    column: str, tmp_path: Path, call: Call
) -> None:
    header, words = TAKEN[column]
    folder = _renamed(tmp_path / "plan", **{column: header})
    code, said, _ = _validate(call, folder)
    assert code == 0
    assert words in said
    assert f"validate -C {folder} --accept-columns" in said
    code, said, told = _validate(call, folder, "--accept-columns")
    assert (code, f"вписан заголовок «{header}»" in told, words in said) == (0, True, False)
    code, said, _ = _validate(call, folder)
    assert (code, words in said) == (0, False)


def test_two_proposed_headers_are_accepted(tmp_path: Path, call: Call) -> None:
    headers = {column: header for column, (header, _) in TAKEN.items()}
    folder = _renamed(tmp_path / "plan", **headers)
    code, _, told = _validate(call, folder)
    assert code == 5
    assert "C «К чему готовимся» похож на сроки: 4 из 4 ячеек" in told
    assert "D «Чьими силами» похож на ответственных: 4 из 4 ячеек" in told
    assert f"validate -C {folder} --accept-columns" in told
    code, said, told = _validate(call, folder, "--accept-columns")
    assert (code, all(f"вписан заголовок «{one}»" in told for one in headers.values())) == (0, True)
    assert all(f"«{one}»" in said for one in headers.values())
    assert _validate(call, folder)[0] == 0


def test_what_columns_toml_holds_stays(tmp_path: Path, call: Call) -> None:
    folder = _renamed(tmp_path / "plan", C="К чему готовимся")
    own = '# Как у нас.\n[deadline]\nheaders = ["Рубеж"] # решение\n\n[note]\nbegins = ["ком"]\n'
    (folder / "columns.toml").write_text(own, encoding="utf-8")
    assert _validate(call, folder, "--accept-columns")[0] == 0
    text = (folder / "columns.toml").read_text(encoding="utf-8")
    assert text == own.replace('["Рубеж"]', '["Рубеж", "К чему готовимся"]')


def test_known_headers_stay_known_beside_the_accepted_one(tmp_path: Path, call: Call) -> None:
    folder = _renamed(tmp_path / "plan", C="К чему готовимся")
    _validate(call, folder, "--accept-columns")
    rewrite(folder, "C", ["Сроки"], first=1)
    assert _validate(call, folder)[0] == 0


def test_nothing_is_written_where_nothing_is_proposed(tmp_path: Path, call: Call) -> None:
    folder = small_plan(tmp_path / "plan", *ROWS)
    assert "принимать нечего" in _validate(call, folder, "--accept-columns")[2]
    rewrite(folder, "D", ["К сведению", *("нужен зал на сто мест",) * 3, "Бухгалтерия"], first=1)
    code, _, told = _validate(call, folder, "--accept-columns")
    assert (code, "похож на" in told) == (5, False)
    assert not (folder / "columns.toml").exists()
