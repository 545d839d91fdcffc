"""The lines of the review of commit 7efedb5, each reproduced against the program of today: what it answers now."""
