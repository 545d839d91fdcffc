"""What a screen, a letter or an agent said, decoded: the known messages, as data, and how one is read."""
