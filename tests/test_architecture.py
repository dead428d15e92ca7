"""Who may know whom: imports go one way, told from the source without running it."""

import ast
import re
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.syntax import nodes

ROOT = Path(__file__).parents[1] / "sheetsync"
MODULES = sorted(ROOT.rglob("*.py"))
NAMES = {
    ".".join(("sheetsync", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in MODULES
}

# What each room may know of the project besides itself.
PURE = {
    "model": set(),
    "words": {"model"},
    "plan": {"model", "errors", "words"},
    "history": {"model", "errors", "words", "plan"},
    "digest": {"model", "errors", "words", "plan"},
    "summary": {"model", "errors", "words", "plan"},
}
# `languages` is how all edges speak to whoever runs a command.
EDGES = {
    "languages": set(),
    "errors": {"languages", "model"},  # of which it knows the types alone
    "resources": set(),
    "archives": {"errors", "languages"},
    "pages": set(),
    "morphology": {"words"},  # the protocol that the dictionary has to meet
    "config": {"model", "errors", "languages", "resources"},
    "workbooks": {"model", "errors", "languages", "archives"},
    "mail": {"model", "errors", "languages"},
    "papers": {"model", "errors", "languages", "archives"},
    "state": {"model", "errors", "languages"},
    "ops": {"model", "errors", "languages"},
}
# Only these join the pure side to the edges.
JOINTS = {
    "api",
    "daily",
    "fleet",
    "setup_sheet",
    "probe",
    "first_look",
    "new_folder",
    "importing",
    "cli",
    "__main__",
    "__init__",
}

# All that the pure side takes from outside. It has no IO, clock, environment, randomness, logging.
HARMLESS = {
    *(
        "__future__",
        "abc",
        "bisect",
        "calendar",
        "collections",
        "contextlib",
        "dataclasses",
        "datetime",
        "difflib",
    ),
    *("gc", "sys"),  # change no answer, only how long it takes
    *("enum", "functools", "hashlib", "heapq", "html", "ipaddress", "itertools", "json"),
    *("math", "operator", "textwrap"),
    *("re", "string", "types", "typing", "unicodedata", "urllib.parse"),
    *("holidays", "pandas", "numpy", "rapidfuzz"),
}
# Word forms, what is said, what is meant by it: what each of them must not know.
LATER = {"lexicon": ("grammar", "timing"), "grammar": ("timing",)}
CLOCKS = {"today", "now", "utcnow"}

# Frozen dataclasses that `sheetsync.model.frozen` cannot make, each with the reason.
UNSLOTTED = "a cached_property keeps its value in the instance's own dict"
PLAIN_DATACLASSES = {
    "Catalogue": "`languages` knows no other room",
    "PolicyInput": UNSLOTTED,
    "Sides": UNSLOTTED,
    "Timetable": UNSLOTTED,
}
# Classes and terms of others that our comments name.
OF_OTHERS = {
    *("LockFile", "OpenCorpora", "XMLSyntaxError", "hidepid", "rules_page"),
    *("BasicChartSeries", "CellData", "ColorStyle", "DimensionRange", "ErrorInfo", "GridData"),
    *("GridRange", "RowData", "TextFormat", "TextFormatRun", "UnmergeCellsRequest"),
    *("_sheetsync_KEY", "_sheetsync_plan"),
}
NAMED = re.compile(r"`([A-Za-z_][\w.]*)`|\b((?:[A-Z][a-z]+){2,})\b")


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The full names of the modules that a file imports, anywhere in it."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            taken = {f"{node.module}.{name.name}" for name in node.names}
            yield from taken & NAMES.keys()
            if not taken <= NAMES.keys():
                yield node.module or ""


def known_rooms(path: Path) -> set[str]:
    """The rooms of the project that a file knows, its own aside."""
    parts = (name.split(".") for name in imported(path))
    return {part[1] for part in parts if part[0] == "sheetsync" and part[1:]} - {room(path)}


def outside(path: Path) -> set[str]:
    return {name for name in imported(path) if name.split(".")[0] != "sheetsync"}


def of_rooms(*rooms: str) -> list[object]:
    """The modules of some rooms, each a case named by its path."""
    found = [path for path in MODULES if room(path) in rooms]
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in found]


def test_every_room_has_its_rule() -> None:
    assert {room(path) for path in MODULES} <= {*PURE, *EDGES, *JOINTS}


@pytest.mark.parametrize("path", of_rooms(*PURE))
def test_the_pure_side_knows_only_what_is_to_its_left(path: Path) -> None:
    assert known_rooms(path) <= PURE[room(path)]


def test_no_module_needs_one_that_needs_it() -> None:
    knows = {name: set(imported(path)) & NAMES.keys() - {name} for name, path in NAMES.items()}
    try:
        TopologicalSorter(knows).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {error.args[1]}")


@pytest.mark.parametrize("part", LATER)
def test_a_phrase_is_parted_before_its_days_are_reckoned(part: str) -> None:
    taken = {name for path in (ROOT / "words" / part).glob("*.py") for name in imported(path)}
    assert not {name for name in taken for later in LATER[part] if f".words.{later}" in name}


# Their docstrings are no maps: the modules of `model` are for all to take from it by name.
UNMAPPED = {"languages", "model", "pages"}
MAPPED = sorted(
    path.parent for path in ROOT.glob("*/**/__init__.py") if path.parent.name not in UNMAPPED
)
ENTRY = re.compile(r"^    ([a-z]\w*(?:, [a-z]\w*)*),?(?: {2,}|$)", re.MULTILINE)


def map_of(package: Path) -> set[str]:
    """The names that a package's docstring quotes, or has an indented entry for."""
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    page = ast.get_docstring(tree, clean=False) or ""
    entries = {name for entry in ENTRY.findall(page) for name in entry.split(", ")}
    return entries | set(re.findall(r"`([a-z]\w*)`", page))


def inside(package: Path) -> set[str]:
    """The modules and packages that lie in a package."""
    return {path.stem for path in package.glob("[!_]*.py")} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }


def commands() -> set[str]:
    """Modules that need no place on the map of `cli`: each is named after its command."""
    return set(re.findall(r'"(\w+):\w+"', (ROOT / "cli/__init__.py").read_text(encoding="utf-8")))


@pytest.mark.parametrize("package", MAPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_map_of_a_package_names_all_that_is_in_it(package: Path) -> None:
    known_by_name = commands() if package == ROOT / "cli" else set()
    assert inside(package) - map_of(package) - known_by_name == set()


@pytest.mark.parametrize("package", MAPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_map_of_a_package_names_nothing_else(package: Path) -> None:
    around = {
        name for path in package.parents if path.is_relative_to(ROOT) for name in inside(path)
    }
    defined = {
        node.name
        for path in package.glob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef)
    }
    assert map_of(package) - inside(package) - around - defined == set()


@pytest.mark.parametrize("path", of_rooms(*EDGES))
def test_the_edges_know_the_model_and_no_other_room(path: Path) -> None:
    assert known_rooms(path) <= EDGES[room(path)]


@pytest.mark.parametrize("path", of_rooms(*PURE))
def test_the_pure_side_takes_nothing_that_reaches_outside(path: Path) -> None:
    taken = outside(path)
    assert {n for n in taken if n not in HARMLESS and n.split(".")[0] not in HARMLESS} == set()


@pytest.mark.parametrize("path", of_rooms(*PURE))
def test_the_pure_side_has_no_clock_and_opens_nothing(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.Call):
            called = node.func
            assert not (isinstance(called, ast.Attribute) and called.attr in CLOCKS)
            assert not (isinstance(called, ast.Name) and called.id in {"open", "print", "input"})


def test_the_set_up_of_a_sheet_has_one_door() -> None:
    others = (path for path in MODULES if room(path) != "setup_sheet")
    taken = {name for path in others for name in imported(path)}
    assert not {name for name in taken if name.startswith("sheetsync.setup_sheet.")}


def test_only_the_command_line_knows_click() -> None:
    knowing = {room(path) for path in MODULES if "click" in outside(path)}
    assert knowing == {"cli"}


@pytest.mark.parametrize("path", of_rooms("model", "errors"))
def test_what_all_share_needs_the_standard_library_alone(path: Path) -> None:
    assert {name.split(".")[0] for name in outside(path)} <= sys.stdlib_module_names


def frozen_dataclasses(path: Path) -> Iterator[str]:
    """The classes of a file that the standard library's own decorator freezes."""
    for node in nodes(path):
        if isinstance(node, ast.ClassDef):
            calls = [one for one in node.decorator_list if isinstance(one, ast.Call)]
            if any(each.arg == "frozen" for call in calls for each in call.keywords):
                yield node.name


def test_frozen_data_is_made_by_our_own_decorator() -> None:
    found = [name for path in MODULES for name in frozen_dataclasses(path)]
    assert sorted(found) == sorted(PLAIN_DATACLASSES)


def code_and_prose(path: Path) -> tuple[str, str]:
    """The text of a file without its comments and docstrings, and these."""
    parts: tuple[list[str], list[str]] = [], []
    begins = True
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            is_prose = token.type == tokenize.COMMENT or (token.type == tokenize.STRING and begins)
            parts[is_prose].append(token.string)
            begins = token.type in {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT} or (
                begins and token.type in {tokenize.ENCODING, tokenize.NL, tokenize.COMMENT}
            )
    code, prose = map(" ".join, parts)
    return code, prose


def test_comments_and_docstrings_name_only_what_there_is() -> None:
    texts = [code_and_prose(path) for path in MODULES]
    there = {word for code, _ in texts for word in re.findall(r"\w+", code)} | OF_OTHERS
    files = (path for path in ROOT.rglob("*") if path.suffix != ".pyc")
    there |= {part for path in files for part in path.name.split(".")}
    named = {quoted or bare for _, prose in texts for quoted, bare in NAMED.findall(prose)}
    assert {name for name in named if not there.issuperset(name.split("."))} == set()
