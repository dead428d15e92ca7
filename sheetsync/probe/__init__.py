"""`doctor --probe`: asks a real account what Google's documentation leaves open.

Nothing else of the package imports this folder, and no run does.
"""
