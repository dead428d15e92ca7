"""Workbooks that cannot be written to without loss, or against the will of those who keep them."""

from collections.abc import Callable

from sheetsync.workbooks.xlsx.opc import (
    Element,
    Parts,
    children,
    main_part,
    parse,
    related,
    relations,
)

_STRICT = "http://purl.oclc.org/ooxml/"
_TRUE = ("1", "true")


def refusal(parts: Parts, *, adds_tabs: Callable[[], bool]) -> str:
    """Why the workbook is left alone, as a Russian sentence that says what to do; "" if it is not.

    A workbook whose structure is protected gets no new tabs; those that are there may change.
    """
    workbook = parse(parts[main_part(parts)])
    if parts.twice:
        return (
            f"В файле книги две части с одним именем («{parts.twice[0]}»), и неизвестно, какая из "
            "них верна. Откройте книгу в Excel или LibreOffice и сохраните заново."
        )
    if _signed(parts):
        return (
            "Книга подписана цифровой подписью, любая запись сделает подпись недействительной. "
            "Снимите подпись («Файл – Сведения») или ведите план в неподписанной книге."
        )
    if workbook.nsmap.get(workbook.prefix, "").startswith(_STRICT):
        return (
            "Книга сохранена в виде «Строгая книга Open XML», и записать в неё без потерь нельзя. "
            "Сохраните её как обычную «Книга Excel (.xlsx)»."
        )
    return _protected(parts, workbook, adds_tabs)


def _protected(parts: Parts, workbook: Element, adds_tabs: Callable[[], bool]) -> str:
    protections = children(workbook, "workbookProtection")
    revised = any(one.get("lockRevision") in _TRUE or _has(one, "revisions") for one in protections)
    if revised or related(parts, main_part(parts), "revisionHeaders"):
        return (
            "В книге включён общий доступ с журналом исправлений, и запись в обход Excel его "
            "повредит. Отключите его («Рецензирование – Доступ к книге»)."
        )
    if any(one.get("lockStructure") in _TRUE for one in protections) and adds_tabs():
        return (
            "Структура книги защищена, новых вкладок она не принимает. Снимите защиту "
            "(«Рецензирование – Защитить книгу»), запустите программу один раз и защитите снова."
        )
    if not children(workbook, "sheets"):
        return "Список вкладок книги записан не так, как принято. Откройте её в Excel и сохраните."
    return ""


def _signed(parts: Parts) -> bool:
    """ECMA-376 part 2, 13: the package refers to the origin of its signatures."""
    kinds = {one.type for one in relations(parts)}
    return any("/digital-signature/" in kind for kind in kinds)


def _has(protection: Element, what: str) -> bool:
    return any(str(name).startswith(what) for name in protection.attrib)
