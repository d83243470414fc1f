"""The published hub, and what follows from all of its records together."""
