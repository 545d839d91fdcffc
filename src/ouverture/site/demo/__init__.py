"""The demonstration: a caisse, its town, a clock of its own, and every role one click away. Absent from a real site."""
