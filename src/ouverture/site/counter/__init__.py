"""The small counters around the card: the kiosk, the doctor's page, the check of rights on a day."""
