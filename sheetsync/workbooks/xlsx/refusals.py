"""Workbooks that cannot be written to without loss, or against the will of those who keep them."""

from collections.abc import Callable

from sheetsync.languages import _
from sheetsync.workbooks.xlsx import opc

# Namespaces of ISO/IEC 29500 Strict begin so. Our parts are Transitional: one file is not both.
_STRICT = "http://purl.oclc.org/ooxml/"


def refusal(parts: opc.Parts, *, adds_tabs: Callable[[], bool]) -> str:
    """Why the workbook must not be written, as a Russian sentence with what to do; "" if it may be.

    A workbook whose structure is protected gets no new tabs; those that are there may change.
    """
    workbook = opc.parse(parts[opc.main_part(parts)])
    if parts.twice:
        return _(
            "The file of the workbook has two parts of one name (“{twice}”), and nobody "
            "knows which is right. Open the workbook in Excel or LibreOffice and save it "
            "anew.",
            twice=parts.twice[0],
        )
    if _signed(parts):
        return _(
            "The workbook is signed, and any write would break the signature. Remove the "
            "signature (“File – Info”) or keep the plan in an unsigned workbook."
        )
    if workbook.nsmap.get(workbook.prefix, "").startswith(_STRICT):
        return _(
            "The workbook is saved as “Strict Open XML Spreadsheet” and cannot be written "
            "without loss. Save it as a usual “Excel Workbook (.xlsx)”."
        )
    return _protected(parts, workbook, adds_tabs)


def _protected(parts: opc.Parts, workbook: opc.Element, adds_tabs: Callable[[], bool]) -> str:
    of_revisions = (
        str(name).startswith("revisions")
        for one in opc.children(workbook, "workbookProtection")
        for name in one.attrib
    )
    revised = opc.says(workbook, "workbookProtection", "lockRevision") or any(of_revisions)
    if revised or opc.related(parts, opc.main_part(parts), "revisionHeaders"):
        return _(
            "The workbook is shared with a log of revisions, and a write past Excel would "
            "damage that. Turn sharing off (“Review – Share Workbook”)."
        )
    if opc.says(workbook, "workbookProtection", "lockStructure") and adds_tabs():
        return _(
            "The workbook's structure is protected, it takes no new tabs. Lift the "
            "protection (“Review – Protect Workbook”), run the program once and protect it "
            "again."
        )
    if not opc.children(workbook, "sheets"):
        return _(
            "The workbook's list of tabs is written in an unusual way. Open it in Excel and "
            "save it."
        )
    return ""


def _signed(parts: opc.Parts) -> bool:
    """ECMA-376 part 2, 13: the package refers to the origin of its signatures."""
    kinds = {one.type for one in opc.relations(parts)}
    return any("/digital-signature/" in kind for kind in kinds)
