"""What a letter asks for, paper by paper: required, one of several, already sent, or no basis found. Start: letter."""
