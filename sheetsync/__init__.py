"""Chases a yearly plan of measures that people keep in a shared spreadsheet."""

__version__ = "0.1.0"
