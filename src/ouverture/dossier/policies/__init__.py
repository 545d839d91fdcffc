"""What follows by itself: pure functions from an event, or from the passing of days, to the command that answers it.

``registry`` says what a policy is; ``claim``, ``number``, ``cover`` and ``reach`` hold those that answer events,
``calendar`` those that wait for a day. ``every`` lists them all by name.
"""
