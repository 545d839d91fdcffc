"""The same use cases for programs: what a desk can do, a token can, with the rights of whoever it belongs to."""
