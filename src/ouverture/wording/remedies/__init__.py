"""What can be done after a refusal or a silence: each remedy, from when, until when, and its letter. Start: ladder."""
