"""Who the person is among those already known: search before issue; merges that two people make and one undoes."""
