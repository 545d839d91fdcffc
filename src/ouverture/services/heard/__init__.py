"""What was heard: a message or a letter read, a call prepared, its answer noted."""
