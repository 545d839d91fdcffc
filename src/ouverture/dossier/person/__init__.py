"""Who the file is about: names, birth, address, nationality, languages, ways to reach. Corrected, never overwritten."""
