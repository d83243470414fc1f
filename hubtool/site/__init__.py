"""A site on disk: compiled, drawn by an engine, put in the place of the old one."""
