"""Of several columns that name parties, which holds those who answer and which who helps."""

from sheetsync.plan.header_rows import HeaderRows, looked_into
from sheetsync.words.headers import HeaderRole, header_is_about, says
from sheetsync.words.parties.columns import heads_names


def with_leading_party(rows: HeaderRows, fields: dict[str, int]) -> dict[str, int]:
    """Beside «Исполнители», «Ответственный за исполнение» is the one who answers.

    Who only watches over it is no party where anybody else is named.
    """
    named = fields.get("responsible")
    if named is None:
        return fields
    free = [c for c in rows.texts if c not in fields.values() or c == fields.get("helper")]
    header = rows.texts[named][-1]
    # "Department" is on the list, whereas «Отдел» is only spoken of.
    if rows.english and looked_into(rows, named):
        looks = (c for c in free if header_is_about(rows.whole(c)) == "responsible")
        return {**fields, "responsible": next(looks, named)}
    places = (rows.whole(column) for column in rows.texts)
    if says(header, HeaderRole.UNIT) and any(says(one, HeaderRole.WORKPLACE) for one in places):
        # A unit beside its places of work is where it is done, not who is called in to do it.
        called = next((c for c in free if says(rows.whole(c), HeaderRole.ENGAGED)), None)
        if called is not None:
            kept = {field: column for field, column in fields.items() if column != called}
            return {**kept, "responsible": called}
    if says(header, HeaderRole.WATCHES):
        does = HeaderRole.WORKS, HeaderRole.LEADS, HeaderRole.DOES_IT
        others = (c for c in free if says(rows.texts[c][-1], *does))
        other = next((c for c in others if not says(rows.texts[c][-1], HeaderRole.WATCHES)), None)
        kept = {field: c for field, c in fields.items() if c not in (named, other)}
        return fields if other is None else {**kept, "responsible": other}
    if not says(header, HeaderRole.WORKS):
        return _with_second_party(rows, fields, free)
    leading = next((c for c in free if says(rows.texts[c][-1], HeaderRole.LEADS)), None)
    if leading is None:
        return _with_second_party(rows, fields, free)
    if says(rows.texts[leading][-1], HeaderRole.WATCHES):
        return fields
    return {**fields, "responsible": leading, "helper": named}


def _with_second_party(rows: HeaderRows, fields: dict[str, int], free: list[int]) -> dict[str, int]:
    """«Ответственный от профкома» beside «Ответственный от администрации» helps it."""
    if "helper" in fields:
        return fields
    beside = fields["responsible"] + 1
    if beside in free and heads_names(rows.texts[beside][-1]):
        return {**fields, "helper": beside}
    title, *parts = rows.texts[fields["responsible"]]
    about_parties = bool(parts) and header_is_about(title) == "responsible"
    for column in free:
        header = rows.whole(column)
        # «Кафедра» and «Ответственный» below one «Исполнители», but not their telephones.
        below = about_parties and rows.texts[column][0] == title
        party = below or says(header, HeaderRole.LEADS, HeaderRole.WORKS)
        # Not «Ответственный за контроль», who would get letters about work of others.
        # Headed alike, it is that of another table beside this one.
        alone = header != rows.whole(fields["responsible"])
        if party and alone and not says(header, HeaderRole.CONTACT, HeaderRole.WATCHES):
            return {**fields, "helper": column}
    return fields
