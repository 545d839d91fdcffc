"""The children covered through this person, with one parent or both, and the changes the person must tell (R161-8)."""
