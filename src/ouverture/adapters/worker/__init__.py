"""Due work, by any number of processes: messages to send, files to look at because their day has come.

Each piece is claimed by one process for a while (a lease). A process that dies lets its lease run out, and another does
the work again: so a message always carries the same identity, and what is recorded of it always the same key.
"""
