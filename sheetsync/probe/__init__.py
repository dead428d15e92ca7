"""`doctor --probe`: asks a real account what Google's documentation leaves open.

Nothing else of the package imports this folder, and no run does. `scratch` makes a tab of its own
and removes it, `questions` asks, `rehearsal` sends each kind of request that a run may send,
`recording` keeps the answers, and `words` puts them into sentences.
"""
