"""Papers signed with Ed25519, short enough for a QR code, and the list of those withdrawn: checked offline."""
