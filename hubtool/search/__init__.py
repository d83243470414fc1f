"""The word index: what it reads, and how it is made."""
