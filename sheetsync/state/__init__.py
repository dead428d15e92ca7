"""What is remembered of a plan from run to run."""
