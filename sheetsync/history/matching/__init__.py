"""How rows of two plans are paired: by equal texts, by likeness, by place (`history.identity`)."""
