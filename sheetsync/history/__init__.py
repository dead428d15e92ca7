"""A plan's past: which row is which measure, what changed, and how often deadlines moved.

- `history` is all that is remembered, as one value.
- `identity` gives every row of today the identity that it had, by the steps of `matching`;
  `doubts` asks a person where no rule is sure.
- `changes` tells what happened to each measure between two snapshots, and which of it is a word;
  `change_words` says it, `vanished` tells which overdue rows are gone.
- `moves` counts postponements over a measure's whole life.
"""
