"""The addresses that a hub names elsewhere on the web, and whether they still lead there."""
