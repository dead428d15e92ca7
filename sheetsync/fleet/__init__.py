"""Many plans of one installation: which there are, their day, their letters, how they stand."""
