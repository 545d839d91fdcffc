"""The visitor's interview, answers, and the answer with its plan."""
