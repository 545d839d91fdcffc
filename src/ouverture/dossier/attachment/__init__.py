"""Which caisse the person is with, how we know what it does, and the change of caisse without a gap."""
