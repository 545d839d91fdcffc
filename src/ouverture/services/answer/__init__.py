"""Answers: am I covered, why, what would change it, what to do and send, once covered."""
