"""What offices and sources do where no article is held. Not law: each rule says how sure it is."""
