"""How responsible parties are read, by name: what staff are told, each with an example."""

from sheetsync.model.frozen import frozen, frozen_positional


@frozen
class PartyRule:
    """A rule with the parties that its example names, the lead first."""

    name: str
    example: str
    parties: tuple[str, ...]
    meaning: str


@frozen_positional
class Comparison:
    """How a name is found in the roster; `how` is that of `words.roster.Match`."""

    how: str
    written: str
    entry: str
    meaning: str


RULES = (
    PartyRule(
        name="перечень",
        example="отдел кадров, бухгалтерия",
        parties=("отдел кадров", "бухгалтерия"),
        meaning=(
            "названия разделяют запятая, точка с запятой, «и» или новая строка; первый отвечает, "
            "остальные – соисполнители"
        ),
    ),
    PartyRule(
        name="общее слово",
        example="отделы кадров и закупок",
        parties=("отдел кадров", "отдел закупок"),
        meaning="слово во множественном числе относится к каждому названию",
    ),
    PartyRule(
        name="общий конец",
        example="юридический и финансовый отделы",
        parties=("юридический отдел", "финансовый отдел"),
        meaning="то же, когда общее слово стоит в конце",
    ),
    PartyRule(
        name="одно название",
        example="комиссия по труду, быту и отдыху",
        parties=("комиссия по труду, быту и отдыху",),
        meaning="запятые и «и» внутри названия его не делят",
    ),
    PartyRule(
        name="вместе с кем",
        example="отдел кадров совместно с молодёжным советом",
        parties=("отдел кадров", "молодёжный совет"),
        meaning="также «при участии», «с привлечением»; название приводится к именительному падежу",
    ),
    PartyRule(
        name="в лице",
        example="управление труда в лице отдела охраны труда",
        parties=("отдел охраны труда",),
        meaning="отвечает тот, кто назван после «в лице»",
    ),
    PartyRule(
        name="скобки с исполнителем",
        example="администрация (отдел культуры)",
        parties=("отдел культуры",),
        meaning="отвечает тот, кто назван в скобках",
    ),
    PartyRule(
        name="скобки с пометкой",
        example="бухгалтерия (по согласованию)",
        parties=("бухгалтерия",),
        meaning="пометка никого не называет",
    ),
    PartyRule(
        name="должность и фамилия",
        example="начальник отдела кадров (Иванов И.И.)",
        parties=("начальник отдела кадров Иванов И.И.",),
        meaning="это один человек; инициалы можно писать с любой стороны",
    ),
    PartyRule(
        name="местоимение",
        example="председатель, его заместитель",
        parties=("председатель", "заместитель председателя"),
        meaning="«его», «её», «их» заменяются названием",
    ),
    PartyRule(
        name="сокращение",
        example="отдел инф. работы",
        parties=("отдел информационной работы",),
        meaning="известные сокращения с точкой читаются полностью",
    ),
)

COMPARISONS = (
    Comparison("exact", "отдел кадров", "Отдел кадров", "как в реестре, регистр букв не важен"),
    Comparison("alias", "кадровики", "Отдел кадров", "другое название, записанное в реестре"),
    Comparison("forms", "отделу кадров", "Отдел кадров", "другой падеж или число"),
    Comparison(
        "abbreviation", "УМЦ", "Учебно-методический центр", "первые буквы или слова с точкой"
    ),
    Comparison("typo", "отдел кадроф", "Отдел кадров", "одна описка в слове: спросим, то ли это"),
    Comparison("none", "кружок пения", "", "такого названия нет: спросим, кто это"),
)

ENGLISH_RULES = (
    PartyRule(
        name="list",
        example="HR, Finance & Legal",
        parties=("HR", "Finance", "Legal"),
        meaning=(
            "names are parted by a comma, semicolon, slash, “+”, “and” or a new line; the first "
            "leads, the others help"
        ),
    ),
    PartyRule(
        name="one name",
        example="Health and Safety Committee",
        parties=("Health and Safety Committee",),
        meaning="“and” inside a name does not part it; a name of the roster is never parted",
    ),
    PartyRule(
        name="shared word",
        example="Departments of Finance and Culture",
        parties=("Department of Finance", "Department of Culture"),
        meaning="a word in the plural belongs to each name",
    ),
    PartyRule(
        name="together with",
        example="Legal Services with HR",
        parties=("Legal Services", "HR"),
        meaning="also “jointly with”, “in consultation with”, “supported by”",
    ),
    PartyRule(
        name="label",
        example="Lead: HR; support: IT",
        parties=("HR", "IT"),
        meaning="also “owner”, “responsible”",
    ),
    PartyRule(
        name="contact",
        example="Head of Finance (tel. 0113 496 0000)",
        parties=("Head of Finance",),
        meaning="telephones, addresses and remarks in brackets name nobody",
    ),
    PartyRule(
        name="initials",
        example="Smith, J., Jones, A.B.",
        parties=("Smith, J", "Jones, A.B"),
        meaning="a surname and its initials are one person",
    ),
)

ENGLISH_COMPARISONS = (
    Comparison("exact", "hr department", "HR department", "as in the roster, in any case"),
    Comparison("alias", "personnel", "HR department", "another name, written in the roster"),
    Comparison("abbreviation", "TRC", "Training and Research Centre", "initials"),
    Comparison("typo", "HR departmnt", "HR department", "one slip in a word: we ask"),
    Comparison("none", "choir", "", "no such name: we ask who it is"),
)
