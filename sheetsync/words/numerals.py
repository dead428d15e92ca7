"""Numbers as plans write them beside their periods."""

ROMAN = ("I", "II", "III", "IV")
"""Of quarters and halves, as plans write them."""
