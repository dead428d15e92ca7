"""The table of fields and the parts of a line are one list."""

from sheetsync.model import PLAN_FIELDS, Line


def test_each_field_has_its_words_in_a_line() -> None:
    assert {field.part for field in PLAN_FIELDS} == set(Line._fields) - {
        "row",
        "section",
        "figures",
    }


def test_what_came_after_the_section_is_empty_where_nobody_fills_it() -> None:
    later = Line._fields[Line._fields.index("section") + 1 :]
    assert Line._field_defaults == dict.fromkeys(later, "")
