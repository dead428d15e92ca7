"""The daily run in the schedulers that a computer has, and as files for those of a server farm."""
