"""Who is a party, for readers that do not look words up: each has a list for what it asks.

Stems and words of folded texts. A new body or post of the `lexicon` is entered in these lists as
well where those readers are to know it.
"""

from sheetsync.words.lexicon.posts import CHIEFS, POSTS
from sheetsync.words.pattern import pattern

_MASCULINE, _FEMININE, _NEUTER, _ANY = ("ий", "ый", "ой"), ("ая", "яя"), ("ое", "ее"), ("",)

BEGINS_PARTY = pattern(
    r"(?:все |(?!\w+ние )[а-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие) |[а-яё]{1,7}\. ?){0,3}"
    r"(?:отдел|управлени|департамент|комитет|комисси|совет(?:ы|а)?\b|профсоюз|профком|профорг|"
    rf"{POSTS}|заместител|зам\.|зав\.|бухгалт|администрац|служб|центры?\b|сектор|бюро|правлени|"
    r"президиум|аппарат|организации\b|федераци|координатор|психолог|"
    r"редакци|кафедр|деканат|ректор|вожат|пресс-|член|депутаты?\b|"
    r"доцент|профессор|тренер|декан|лаборант|юрисконсульт|"
    r"настоятел|старост[аы]\b|казначе|регент|повара?\b|фельдшер|"
    r"бригадир|водител[ья]\b|хранител[ья]\b|сестр[аы]\b|прихожане\b|"
    r"рабоч\w+ групп)"
    r"|(?:[a-z]+ ){0,3}(?:head|chief|director|manager|department|office|team|board|committee|"
    r"secretary|council|unit)\b"
    r"|(?:mrs?|ms|miss|dr|prof|rev|fr|cllr|councillor|sir|dame)\.? [a-z][a-z'-]+"
    r"|(?:(?:vice|deputy|assistant|parish|town|school|club|site|senior|finance|events?) )*"
    r"(?:chair(?:man|person|woman)?|clerk|bursar|treasurer|governors?|trustees|principal|vicar"
    r"|warden|caretaker|coordinator|coach|librarian|steward)$"
)
"""What begins the cell of a party: a body or a post, after adjectives of its own."""

SIGNER = pattern(
    rf"(?:и\.? ?о\.? |врио |вр\.? ?и\.? ?о\.? )?(?:зам\w*\.? )?(?:{CHIEFS}|секретар|президент|"
    r"глава\b|главн|составил|подготовил|согласован|утвержд|исполнитель|специалист|методист)"
)
"""Who signs below a table, beside a name with initials."""

LONE_SIGNER = pattern(
    r"(?:и\.? ?о\.? |врио )?(?:[а-яё-]+(?:ый|ий|ая) |(?:гл|ст|зам|вед)\. ?){0,2}"
    rf"(?:{POSTS}|управляющ|экономист|ветврач|технолог|старост|мастер|администратор)(?:ь|ий|ая|а)?"
    r"(?:(?! (?:года|месяца|класс)\b) [а-яё]+){0,3}"
)
"""Who signs alone below a table, with nothing but a surname; a body would be no post."""

PAPER = pattern(
    r"приказ|акт|справка|протокол|отчет|докладная|ведомость|журнал|план|программа|график"
)
"""What stands in the column of parties where it holds papers, and is nobody."""

PLURAL_HEADS: dict[str, tuple[str, tuple[str, ...]]] = {
    "районы": ("район", _MASCULINE),
    "отделы": ("отдел", _MASCULINE),
    "города": ("город", _MASCULINE),
    "округа": ("округ", _MASCULINE),
    "советы": ("совет", _MASCULINE),
    "филиалы": ("филиал", _MASCULINE),
    "заводы": ("завод", _MASCULINE),
    "комитеты": ("комитет", _MASCULINE),
    "департаменты": ("департамент", _MASCULINE),
    "области": ("область", _FEMININE),
    "организации": ("организация", _FEMININE),
    "комиссии": ("комиссия", _FEMININE),
    "школы": ("школа", _FEMININE),
    "больницы": ("больница", _FEMININE),
    "управления": ("управление", _NEUTER),
    "поселения": ("поселение", _NEUTER),
    "учреждения": ("учреждение", _NEUTER),
    "предприятия": ("предприятие", _NEUTER),
    "districts": ("district", _ANY),
    "regions": ("region", _ANY),
    "cities": ("city", _ANY),
    "departments": ("department", _ANY),
    "offices": ("office", _ANY),
    "branches": ("branch", _ANY),
}
"""Heads that several names share, «Северный и Речной районы», by the plural.

The singular of each, and the endings of an adjective that agrees with it.
"""

BODY_STEMS = ("комисси", "совет", "комитет", "коллеги", "штаб", "президиум", "групп")
"""How the heads of those who decide together begin: in a roster they are a body."""

ALL_OF = pattern(r"(?i)\A(?:все|all)\s(?=[^\W\d_])")
"""«Все сотрудники», unlike «все 9 классы»."""

GROUP_HEADS = (
    *("организации", "учреждения", "предприятия", "советы", "органы"),
    *("муниципалитеты", "члены", "отделы", "управления", "службы", "подразделения", "школы"),
    *("руководители", "учителя", "педагоги", "воспитатели"),
)
"""What a plan calls several by at once: in a roster they are a group."""
