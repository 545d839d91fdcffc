"""Who acts in a rehearsal, and how: each does what an obligation of the file expects, late, wrongly, or never."""
