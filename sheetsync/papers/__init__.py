"""Papers for a sitting: documents laid out by a template that the organisation may change."""
