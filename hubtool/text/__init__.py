"""What text needs on its way: dates, words of the interface, Markdown, escaping."""
