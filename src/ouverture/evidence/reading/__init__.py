"""What the lines of a page say, pure: its kind, its days and months, its names, its account, its language."""
