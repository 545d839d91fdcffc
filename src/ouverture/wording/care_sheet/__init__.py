"""The paper care sheet (feuille de soins): what to fill in and attach, where and by when to send. Start: guide."""
