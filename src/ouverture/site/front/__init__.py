"""The front: addresses, the start page, and what is said when a page cannot be shown."""
