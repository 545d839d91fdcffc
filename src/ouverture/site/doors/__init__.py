"""The ways in: sign-in of staff, a private link, a mandate, the key of a kiosk. Each gives an Actor, and no more."""
