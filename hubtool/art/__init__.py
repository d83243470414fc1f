"""Drawings that are made from records."""
