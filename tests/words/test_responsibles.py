"""Responsible parties: who is named, in what form, and that nothing is lost."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.morphology import morphology
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.vocabulary import Vocabulary

WORDS = Vocabulary(morphology())
SHARED = Path(__file__).parents[3] / "shared" / "corpus"


def names(text):
    return [party.name for party in read_responsibles(text, morphology=WORDS).parties]


def check(text, *expected):
    assert names(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отдел кадров, УМЦ", ["Отдел кадров", "УМЦ"]),
        ("Отдел кадров и бухгалтерия", ["Отдел кадров", "бухгалтерия"]),
        ("Отдел труда\nОтдел спорта\nЦРБ", ["Отдел труда", "Отдел спорта", "ЦРБ"]),
        ("1) Отдел труда\n2) архив", ["Отдел труда", "архив"]),
        ("- Отдел труда;\n- архив.", ["Отдел труда", "архив"]),
        ("Сидорова / Петров", ["Сидорова", "Петров"]),
        ("РайПО, ЦРБ и МФЦ", ["РайПО", "ЦРБ", "МФЦ"]),
        (
            "директора школ, заведующие детскими садами",
            ["директора школ", "заведующие детскими садами"],
        ),
    ],
)
def test_a_border_parts_two_parties(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Отдел образования, науки и спорта",
        "Комиссия по регламенту, депутатской этике и местному самоуправлению",
        "Совет ветеранов войны, труда, Вооружённых Сил",
        "отдел ЖКХ, энергетики и связи",
        "Заместитель главы по экономике, строительству и ЖКХ",
        "отдел по делам ГО, ЧС и мобилизационной работе",
        "МБУ «Центр культуры, спорта и туризма»",
        "сотрудники, ответственные за охрану труда",
        "организации, имеющие лицензию",
        "специалист, курирующий молодёжную политику",
        "ОТДЕЛ ОБРАЗОВАНИЯ, НАУКИ И СПОРТА",
        "классные руководители 1-11 классов",
    ],
)
def test_a_border_inside_one_name_parts_nothing(name):
    check(name, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("отделы правовой и кадровой работы", ["отдел правовой работы", "отдел кадровой работы"]),
        ("Правовая и ревизионная комиссии", ["Правовая комиссия", "ревизионная комиссия"]),
        ("комитеты: финансов, труда", ["комитет финансов", "комитет труда"]),
        ("Управления культуры и туризма", ["Управление культуры", "Управление туризма"]),
        (
            "заместители директора по УВР, АХЧ",
            ["заместитель директора по УВР", "заместитель директора по АХЧ"],
        ),
        ("зам. директора по УР и НМР", ["зам. директора по УР", "зам. директора по НМР"]),
        (
            "Главы Лесного и Речного сельских поселений",
            ["Глава Лесного сельского поселения", "Глава Речного сельского поселения"],
        ),
        (
            "главам городских и сельских поселений",
            ["главы городских поселений", "главы сельских поселений"],
        ),
        ("отделы Союза: правовой, кадровый", ["правовой отдел Союза", "кадровый отдел Союза"]),
        ("Комиссии по труду, по спорту", ["Комиссия по труду", "Комиссия по спорту"]),
    ],
)
def test_a_shared_noun_is_given_to_each(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("работники, специалисты Союза", ["работники Союза", "специалисты Союза"]),
        ("УМЦ, специалисты Союза", ["УМЦ", "специалисты Союза"]),
        ("Отдел кадров, члены Союза", ["Отдел кадров", "члены Союза"]),
        ("Совет женщин, работники Союза, УМЦ", ["Совет женщин", "работники Союза", "УМЦ"]),
        ("Минфин, Минтруд России", ["Минфин России", "Минтруд России"]),
        ("отделы труда и спорта Союза", ["отдел труда Союза", "отдел спорта Союза"]),
        ("службам и отделам администрации", ["службы администрации", "отделы администрации"]),
    ],
)
def test_an_owner_at_the_end_goes_to_those_it_covers(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отделу кадров, бухгалтерии", ["Отдел кадров", "бухгалтерия"]),
        ("Отделом кадров и бухгалтерией", ["Отдел кадров", "бухгалтерия"]),
        ("УМЦ совместно с отделом кадров и архивом", ["УМЦ", "отдел кадров", "архив"]),
        ("УМЦ при участии технической инспекции", ["УМЦ", "техническая инспекция"]),
        ("отдел кадров, юристу, в архив", ["отдел кадров", "юрист", "архив"]),
        (
            "заместителя главы – начальника отдела кадров",
            ["заместитель главы – начальник отдела кадров"],
        ),
    ],
)
def test_names_stand_in_the_nominative(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("И.И. Иванову, Петровой А.С.", ["Иванов И.И.", "Петрова А.С."]),
        ("Волков Г. Т. Сидорова М. П.", ["Волков Г.Т.", "Сидорова М.П."]),
        ("ИВАНОВ И.И и отдел кадров", ["Иванов И.И.", "отдел кадров"]),
        ("директора Петрову А.С.", ["директор Петрова А.С."]),
        ("начальника отдела (Иванова И.И.)", ["начальник отдела Иванов И.И."]),
        ("Иванов И.И. – начальник архива", ["начальник архива Иванов И.И."]),
        ("Иванов Иван Иванович, начальник архива", ["начальник архива Иванов Иван Иванович"]),
        (
            "заместитель главы, начальник отдела кадров Иванов И.И.",
            ["заместитель главы, начальник отдела кадров Иванов И.И."],
        ),
        ("директор, его заместители", ["директор", "заместители директора"]),
        ("Администрация в лице юриста Петровой А.С.", ["юрист Петрова А.С."]),
    ],
)
def test_people_and_their_posts(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отдел кадров (Иванов И.И.)", ["Отдел кадров"]),
        ("Администрация (начальник архива)", ["начальник архива"]),
        ("Иванов И.И. (отдел кадров)", ["Иванов И.И."]),
    ],
)
def test_brackets(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("Архив (по согласованию)", ("(по согласованию)",)),
        ("Архив - 2, в дело", ("- 2", "в дело")),
        ("Ответственный: архив", ("Ответственный:",)),
        ("УМЦ совместно с архивом", ("совместно с",)),
        ("все отделы", ("все",)),
        ("Архив – свод", ("– свод",)),
        ("Учреждение (далее МБУ «Луч»)", ("(далее МБУ «Луч»)",)),
        ("Архив (по заявке) Лось Н.Н.", ("(по заявке)",)),
        ("Минтранс (отдел 3, отдел 4)", ("Минтранс",)),
        ("Сомов – соцсети", ("– соцсети",)),
    ],
)
def test_what_names_nobody_is_kept_apart(text, unused):
    assert read_responsibles(text, morphology=WORDS).unused == unused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("сектор инф. работы", "сектор информационной работы"),
        ("нач. отд. кадров", "начальник отдела кадров"),
        ("зам.директора", "зам. директора"),
        ("рук.ШМО", "руководитель ШМО"),
    ],
)
def test_abbreviated_words_are_spelled_out(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Legal department and HR, jointly with IT", ["Legal department", "HR", "IT"]),
        ("Department of Culture, Sport and Tourism", ["Department of Culture, Sport and Tourism"]),
        ("Departments of Culture and Sport", ["Department of Culture", "Department of Sport"]),
        ("Legal and HR departments", ["Legal department", "HR department"]),
        ("Lead: the Council; staff (if agreed)", ["Council", "staff"]),
        ("Research and Development unit", ["Research and Development unit"]),
        ("Head of Legal and HR", ["Head of Legal and HR"]),
    ],
)
def test_english(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u00a0"])
def test_an_empty_cell_is_no_doubt(text):
    found = read_responsibles(text, morphology=WORDS)
    assert (found.parties, found.unused, found.doubts) == ((), (), ())


@pytest.mark.parametrize("text", ["те же", '-"-', "—", "в дело"])
def test_a_cell_that_names_nobody_is_a_doubt(text):
    found = read_responsibles(text, morphology=WORDS)
    assert not found.parties
    assert [doubt.quote for doubt in found.doubts] == [text]


@pytest.mark.parametrize("change", [str.lower, str.upper])
@pytest.mark.parametrize(
    "text",
    [
        "Отдел образования, науки и спорта, Иванов И.И.",
        "Отделы правовой и кадровой работы; начальник архива Петров П.П.",
        "Руководители школ, сотрудники, ответственные за охрану труда",
    ],
)
def test_capital_letters_do_not_part_parties(text, change):
    assert [fold(name) for name in names(change(text))] == [fold(name) for name in names(text)]


PARTS = [
    "Отдел кадров", "УМЦ", "Отделу труда", "Иванов И.И.", "И. И. Петрову", "(по согласованию)",
    "отделы правовой и кадровой работы Союза", "специалисты", "члены Союза", "совместно с",
    "архивом", "его заместители", "в лице", "в дело", "- 2", "по", "Смирнова", "«Центр", "»", "(",
    ")", '"', "1)", "Legal", "department", "зам.", "и др.", "все", "ответственные за труд", "т.",
]  # fmt: skip
MARKS = [", ", " и ", "; ", " ", "\n", " – ", ": ", ".", "/", " а также "]
phrases = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(MARKS)), max_size=8).map(
    lambda parts: "".join(part + mark for part, mark in parts)
)


def letters_left(text):
    """The letters of a phrase that stand neither in a party's text nor in what is unused."""
    found = read_responsibles(text, morphology=WORDS)
    whole, seen = tidy(text), set()
    for quote in (*(party.text for party in found.parties), *found.unused):
        for match in re.finditer(f"(?={re.escape(quote)})", whole):
            seen.update(range(match.start(), match.start() + len(quote)))
    return [letter for at, letter in enumerate(whole) if letter.isalpha() and at not in seen]


@settings(max_examples=300)
@given(phrases)
def test_every_letter_lies_in_a_party_or_in_what_is_unused(text):
    assert letters_left(text) == []


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_no_text_raises(text):
    assert letters_left(text) == []


@settings(max_examples=100)
@given(phrases)
def test_longer_spaces_and_other_dashes_change_nothing(text):
    varied = text.replace(" ", " \u00a0 ").replace("–", "—")
    assert [fold(name) for name in names(varied)] == [fold(name) for name in names(text)]


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled phrases are not here")
def test_all_rows_of_the_sample_plan():
    rows = (SHARED / "seed_labels.jsonl").read_text(encoding="utf-8").splitlines()
    for row in (json.loads(line)["responsibles"] for line in rows):
        assert [fold(name) for name in names(row["text"])] == [fold(p) for p in row["parties"]]
