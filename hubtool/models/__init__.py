"""What a hub records, each field declared once."""
