"""What a plan has been: who each row is, what changed since, how often a deadline was moved."""
