"""The machine-readable lines of passports, cards and visas (ICAO Doc 9303), read and proved by their digits.

Start with ``reading.read_mrz``. ``numbers.travel_document`` only recognises such lines among pasted numbers.
"""
