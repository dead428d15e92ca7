"""Around the job: what keeps runs apart and, later, what starts and watches them."""
