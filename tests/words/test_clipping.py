import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.words.clipping import bound, clip, clip_phrase


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [
        ("Заседание Совета", 40, "Заседание Совета"),
        ("Заседание Совета", 16, "Заседание Совета"),
        ("Заседание Совета", 15, "Заседание…"),
        ("Заседание, Совет", 15, "Заседание…"),
        ("Вопрос – «О работе»", 10, "Вопрос…"),
        ("Профобъединение", 6, "Профо…"),
        ("Заседание Совета", 1, "…"),
        ("Беседа на тему «Устав профсоюза»", 24, "Беседа на тему «Устав…»"),
        ("Беседа на тему «Устав профсоюза»", 22, "Беседа на тему…"),
        ('Беседа "О „малом“ уставе" в клубе', 20, 'Беседа "О „малом“…"'),
        ("Talk on “The statute of the union”", 20, "Talk on “The…”"),
        ('Экран 27" для всего зала', 18, 'Экран 27" для…'),
    ],
)
def test_a_long_text_is_cut_between_words(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_a_clipped_text_never_exceeds_its_limit(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [
        ("По основным направлениям профсоюзной работы", 38, "По основным направлениям…"),
        ("Обсудить итоги работы по мотивации", 27, "Обсудить итоги работы…"),
        ("Провести конкурс «На лучшую организацию»", 27, "Провести конкурс…"),
        ("О подготовке мероприятий совета", 27, "О подготовке мероприятий…"),
        ("Hear the report of the council", 22, "Hear the report…"),
        ("Новая красивая большая светлая комната", 32, "Новая красивая…"),
        ("Короткий", 10, "Короткий"),
    ],
)
def test_a_phrase_is_not_cut_before_its_noun(text: str, limit: int, clipped: str) -> None:
    assert clip_phrase(text, limit) == clipped


@given(st.text(), st.integers(1, 40))
def test_a_cut_phrase_is_the_beginning_of_its_text(text: str, limit: int) -> None:
    said = clip_phrase(text, limit)
    assert len(said) <= limit
    assert said == text or text.startswith(said[: said.rindex("…")])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("п. 5 и строка 14", "п.~5 и строка~14"),
        ("просрочено на 12 дней", "просрочено на 12~дней"),
        ("на 4 мая 2021 г.", "на 4~мая 2021~г."),
        ("Велиж – март", "Велиж~– март"),
        ("в 2021 «май»", "в 2021 «май»"),
    ],
)
def test_a_number_and_its_word_stay_on_one_line(text: str, printed: str) -> None:
    assert bound(text) == printed.replace("~", "\u00a0")
