"""Words to meaning: deadlines, responsible parties, progress. Pure."""
