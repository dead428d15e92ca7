"""An agenda to letters: what each department is told, and in which words. Pure."""
