"""What the person is told: every event that concerns them, by one channel after another until it arrives (I1)."""
