"""What the words of headers begin with that speak of a measure, a deadline, a party, a document."""

# Who does it together, unlike the groups that something is done for.
GROUP = (
    r"(?:групп\w+ (?:аудит|провер|контрол|ревиз|эксперт)"
    r"|(?:рабоч|проверочн|проверяющ|аудиторск|инспекционн|экспертн|ревизионн)\w* групп)"
)
# Who goes there together to look, unlike those who come to what is held for them.
GOING = r"участник\w* (?:рейд|выезд|обход|об[ъь]езд|провер|осмотр|комисси|дежурств|патрул)"
# What has a number and a date of its own.
DOCUMENTS = (
    r"(?:предписани|приказ|письм|договор|протокол|акт|обращени|заявлени|жалоб|документ|распоряжени|"
    r"постановлени|решени|основани|поручени|удостоверени|лицензи|свидетельств)[а-я]{,2}\b"
)
SUMS = (
    r"сумм|деньг|финанс|об[ъь]ем|руб|бюджет|затрат|стоимост|колич|кол-во|часов|budget|cost|amount"
)
# By these a header is known that is on no list, where nothing else in its row names the field.
ABOUT = {
    "measure": "меропри|событи|дел[оа]|повестк|работ|задач|действи|содержани|деятельност|тем[аы]|"
    r"вопрос|шаг|поручени|обязательств|пункт|мер[аы]?\b|что|отчет(?:ы|а)?\b|выставк|акци[яи]\b|инициатив|"
    r"чем заним|предмет (?:закуп|договор|контракт)|^предмет\W+инв|^закупк[аи]\b|"
    r"форма и назв|назв\w* и форма|"
    r"event|measure|activit|action(?! by\b)|task|agenda|^jobs?$|^(?:items? of )?business$|what|"
    "deliverable|objective|exhibition|topic|initiative|to ?do$|"
    r"how (?:we|it|this|they)\b(?=.*\b(?:do|done|fix|achieve|address|deliver|improve)\b)",
    "deadline": "срок|дедлайн|дат|начал(?!ьн)|завершен|врем|период|когда|месяц|квартал|"
    r"график|календарн|числ[оа]\b(?! (?!месяц|провед|исполн|выполн|недел)[а-я])|"
    r"день(?!г)|дни|дню|недел|декад|(?:старт|финиш|открытие|закрытие|конец)\b|оконч|"
    r"нач\.|^(?:с|от|по|до|from|to|till|until)$|разме(?:стить|щени)|не позднее|не позже|"
    r"(?:до|к|по) как(?:ого|ому|ой)\b|^[а-я]{3,}(?:ть|ти|чь)(?:ся)?\b.* (?:до|к)$|"
    r"^(?:day|weeks?)$|deadline|week (?:commencing|beginning|ending|of)\b|w/[ce]\b|"
    "date|when|timing|timeline|timescale|time ?frame|schedule|due|month|quarter|finish|complete by|"
    r"period\b|planned for\b|to be (?:completed|done)(?: by)?\b|eta$|"
    r"(?:start|begin)s?\b|ends?$|(?:open|close)s\b|beginning|opening\b|closing\b|начинае|начать\b|заканчив|"
    r"закончить\b|завершить\b|приступить\b|"
    r"(?:исполнить|выполнить|сделать|устранить|представить|сдать|подготовить) (?:до|к)\b",
    "responsible": r"отв|поруча(?:ется|ют)|"
    r"исполнит|исполн\.|лидер|кто|кем|кому|кого|куратор|организатор|"
    "проводит|докладч|подрядч|разработчик|владел|руковод|преподават|лектор|провер(?:яет|яющ)|инспектор|отдел|подраздел|"
    r"аудитор|ревизор|контролер|бригад[аы]?\b|звено\b|экипаж|уполномочен|"
    rf"состав\w* (?:\w+ )?(?:групп|комисси|бригад)|{GROUP}|{GOING}|"
    r"готов(?:ит|ят)\b|докладыва|выступа|(?:в|при)нос(?:ит|ят)\b|обеспечива|"
    r"сда(?:ет|ют)\b|вед(?:ет|ут)\b|на ком\b|чья|служб[аы]\b|комисси[яи]\b|"
    r"^(?:сотрудник|работник)и?\b|^(?:(?:гл|ст|главный|старший|дежурный)\.? ?)?(?:библиотекарь|"
    "воспитатель|педагог|методист|тренер|мастер|механик|прораб|судья|врач|фельдшер|медсестра|"
    "инженер|специалист|агроном|зоотехник|ветврач|бригадир|экскурсовод|хранитель|наставник|"
    "диспетчер|реставратор|слесарь|оператор|хормейстер|режиссер|дирижер|администратор|менеджер|юрист|бухгалтер|эколог|технолог|энергетик|редактор|автор|"
    "егерь|лесничий|староста|депутат|участковый|куратор)$|"
    r"должностн\w+ лиц|(?:контрактн|конкурсн)\w+ управляющ|"
    r"попечен|послушани|инициатор|участву(?:ет|ют)\b|"
    r"(?:провод|организу)ящ\w+ (?:организаци|учреждени)|"
    r"организу(?:ет|ют)\b|реализу(?:ет|ют)\b|(?:вы|ис)полня(?:ет|ют)\b|дела(?:ет|ют)\b|курирует|ведущ(?:ий|ая|ие)\b|"
    r"координатор|поручено\b|^executor|^delegate|action by\b|"
    r"^employees?$|^staff(?: members?)?$|responsib|owner|who|in charge|assign|lead|person|"
    "organi[sz]er|presenter|curator|coordinator|initiator|auditor|inspector|reviewer|officer|technician|"
    r"department|accountable|contractor|(?:audit|inspection|review) team|team\b|crew|"
    r"(?:audit|inspect|check|review|conduct|perform|carri|prepar|present|introduc)ed (?:out )?by|"
    r"(?:brought|done|led|run) by",
}
