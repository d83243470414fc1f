"""Pages as linked data, in the words of schema.org, and what their heads say."""
