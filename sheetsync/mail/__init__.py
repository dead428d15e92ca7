"""Letters to mailboxes: templates, MIME messages, and where they are put."""
