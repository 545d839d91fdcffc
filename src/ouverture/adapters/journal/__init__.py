"""The record of all files: one table of events that nobody can change, and look-up tables made from it.

Plain SQL, no ORM, one text for both databases wherever they agree. Read in this order: ``sqlite.sql``, ``chain``,
``record``, then how each database is spoken to: ``sqlite``, ``postgres``.
"""
