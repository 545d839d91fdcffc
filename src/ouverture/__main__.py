"""`python -m ouverture`."""

from ouverture.cli import main

raise SystemExit(main())
