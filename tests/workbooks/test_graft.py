"""Styles that excelize added are set into the text that was there."""

import pytest

from sheetsync.workbooks.xlsx.graft import with_added_styles

FONTS = '<styleSheet><fonts count="1" knownFonts="1"><font><b/></font></fonts></styleSheet>'


def test_equal_styles_keep_the_original_text() -> None:
    extended = '<styleSheet><fonts count="1"><font><b val="1"></b></font></fonts></styleSheet>'
    assert with_added_styles(FONTS, extended) == FONTS


@pytest.mark.parametrize(
    ("original", "extended", "expected"),
    [
        pytest.param(
            FONTS,
            '<styleSheet><fonts count="2"><font></font><font><i></i></font></fonts></styleSheet>',
            '<styleSheet><fonts count="2" knownFonts="1"><font><b/></font><font><i></i></font>'
            "</fonts></styleSheet>",
            id="appended after what is there",
        ),
        pytest.param(
            '<styleSheet><numFmts count="0"/><fonts/></styleSheet>',
            '<styleSheet><numFmts count="1"><numFmt></numFmt></numFmts></styleSheet>',
            '<styleSheet><numFmts count="1"><numFmt></numFmt></numFmts><fonts/></styleSheet>',
            id="into an empty list",
        ),
        pytest.param(
            '<styleSheet x="y"><fonts/></styleSheet>',
            '<styleSheet><numFmts count="1"><numFmt></numFmt></numFmts></styleSheet>',
            '<styleSheet x="y"><numFmts count="1"><numFmt></numFmt></numFmts><fonts/></styleSheet>',
            id="number formats come first",
        ),
        pytest.param(
            '<styleSheet><numFmts count="1"><numFmt formatCode="[>9]0"/></numFmts></styleSheet>',
            '<styleSheet><numFmts count="2"><numFmt></numFmt><numFmt i="2"></numFmt></numFmts>'
            "</styleSheet>",
            '<styleSheet><numFmts count="2"><numFmt formatCode="[>9]0"/><numFmt i="2"></numFmt>'
            "</numFmts></styleSheet>",
            id="a sign inside an attribute ends no tag",
        ),
        pytest.param(
            "<x:styleSheet><x:fonts/></x:styleSheet>",
            "<styleSheet><fonts></fonts></styleSheet>",
            "<styleSheet><fonts></fonts></styleSheet>",
            id="prefixed names are beyond us",
        ),
    ],
)
def test_added_styles(original: str, extended: str, expected: str) -> None:
    assert with_added_styles(original, extended) == expected
