"""The claim: received, acknowledged, its papers judged one by one, decided in time (CRPA L112-3 to L114-5)."""
