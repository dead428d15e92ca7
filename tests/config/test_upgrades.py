"""Folders made by earlier releases load with today's program; `releases` holds their files."""

import re
import shutil
from pathlib import Path

import pytest

from sheetsync.config import load_config
from sheetsync.errors import ConfigError
from sheetsync.model import FIELDS, Grid
from sheetsync.plan.header_words import HeaderWords
from sheetsync.plan.tab_findings import rule_remarks
from sheetsync.plan.table import read_table

RELEASES = sorted((Path(__file__).parent / "releases").iterdir())
# What a comment of these sections shows is an option's default, so that it can be said aloud.
_SPOKEN = ("digest", "warnings", "calendar", "job")


def outspoken(text: str) -> str:
    """The settings with the defaults of some sections taken out of their comments."""
    lines, section = [], ""
    for line in text.splitlines():
        header = re.fullmatch(r"\[(\w+)\]", line)
        section = header[1] if header else section
        option = re.fullmatch(r"# (\w+ = .+)", line)
        lines.append(option[1] if option and section in _SPOKEN else line)
    return "\n".join(lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RELEASES[-1], tmp_path / "plan"))


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_the_files_of_every_release_load(release: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(release, tmp_path / "plan"))
    config = load_config(folder)
    assert config.settings.plan.year == 2021
    assert list(config.column_rules) == list(FIELDS)
    settings = folder / "sheetsync.toml"
    settings.write_text(outspoken(settings.read_text(encoding="utf-8")), encoding="utf-8")
    spoken = load_config(folder).settings
    assert (spoken.digest, spoken.calendar) == (config.settings.digest, config.settings.calendar)


def test_a_key_that_has_moved_keeps_its_value(folder: Path) -> None:
    path = folder / "sheetsync.toml"
    rewrite(path, "[digest]", "[warnings]\ndays = 3\nexplicit_days = 21\n\n[digest]")
    digest = load_config(folder).settings.digest
    assert (digest.before, digest.before_explicit) == (3, 21)
    rewrite(path, "[digest]", "[digest]\nbefore = 5")
    assert load_config(folder).settings.digest.before == 5


def test_what_no_release_knew_is_still_reported(folder: Path) -> None:
    rewrite(folder / "sheetsync.toml", "[digest]", "[warnings]\nhours = 3\n\n[digest]")
    with pytest.raises(ConfigError, match=r"warnings: такого ключа нет"):
        load_config(folder)


@pytest.mark.parametrize("field", FIELDS)
def test_an_older_copy_of_the_columns_lacks_nothing(folder: Path, field: str) -> None:
    """As of a release that did not know the field yet."""
    path = folder / "columns.toml"
    sections = re.split(r"(?m)^(?=\[)", path.read_text(encoding="utf-8"))
    kept = [part for part in sections if not part.startswith(f"[{field}]")]
    assert len(kept) >= len(sections) - 1  # the copy may be of a release that did not know it
    path.write_text("".join(kept), encoding="utf-8")
    assert load_config(folder).column_rules[field].headers


def test_a_section_of_ones_own_is_laid_over_the_defaults(folder: Path) -> None:
    own = folder / "columns.toml"
    own.write_text('[status]\nheaders = ["Итог дела"]\n', encoding="utf-8")
    rules = load_config(folder).column_rules
    assert rules["status"].headers == ("Итог дела",)
    assert "статус" in rules["status"].begins
    assert rules["deadline"].required


OWN = '[own.basis]\nheaders = ["Примечание", "Срок"]\nrequired = true\n'


@pytest.mark.parametrize(
    ("section", "holder"),
    [
        ("", "own.basis"),
        ("[note]\nunique = true\n", "own.basis"),
        ('[note]\nheaders = ["примечание", "примечания"]\n', "note"),
    ],
    ids=["of a field that is new", "of a field without a list", "but one of its own list"],
)
def test_a_field_takes_no_column_of_ones_own(folder: Path, section: str, holder: str) -> None:
    """An update may bring a field whose headers an organisation's own column has."""
    (folder / "columns.toml").write_text(section + OWN, encoding="utf-8")
    words = HeaderWords.of(load_config(folder).column_rules)
    assert words.whole("ПРИМЕЧАНИЕ:") == holder
    assert words.whole("Примечания") == "note"
    assert words.whole("Срок") == "deadline"  # without which there is no plan


def test_a_required_column_of_ones_own_is_found_beside_a_new_field(folder: Path) -> None:
    (folder / "columns.toml").write_text(OWN, encoding="utf-8")
    rules = load_config(folder).column_rules
    header = ("№", "Мероприятие", "Срок", "Ответственные", "Примечание")
    first = ("1", "Провести смотр", "май", "Отдел кадров", "приказ № 5")
    table = read_table(Grid(title="План", rows=(header, first)), rules)
    assert table.header.own == {"own.basis": 4}
    assert [remark.doubt.code for remark in rule_remarks(table, rules)] == []
