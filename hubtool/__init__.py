"""hubtool builds a knowledge hub of coproduction practice from plain YAML files."""

__version__ = "0.2.0"
