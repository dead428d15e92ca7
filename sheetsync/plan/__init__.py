"""A table of cells to a plan, its findings and its agenda. Pure."""
