"""Dates, the words of the interface, Markdown and escaping: all that is done with text alone."""
