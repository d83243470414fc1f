"""The live preview of a hub."""
