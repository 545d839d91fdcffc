"""The shelf of the law: every article with its rules, and what templates say of them."""
