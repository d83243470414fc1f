"""Answers on GitHub: to an issue that tells a case, and to a pull request."""
