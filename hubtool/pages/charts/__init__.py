"""The charts of the evidence page, and their small forms on other pages."""
