"""Who may come in: accounts, private links, mandates, devices and tokens, in Django's own database.

Nothing of it enters the journal but an opaque identity. Secrets are digests; only ``site.doors`` reads this room.
"""
