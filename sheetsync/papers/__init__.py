"""Papers for a sitting: documents laid out by a template that the organisation may change.

    template  fills the organisation's own document with what there is to say
    proof     a page on one measure, which somebody signs

Where LibreOffice is installed, `pdf` makes these documents PDF.
"""
