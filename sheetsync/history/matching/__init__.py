"""The steps by which rows are known again, the surest first; `history.identity` takes them.

- `places` holds both plans and says what agrees beside the text: number, neighbours, deadline.
- `pairing` takes rows with the same text.
- `rewording` takes rows whose text changed, by their `likeness`.
- `splits` takes rows that were split into several, or merged into one.
"""
