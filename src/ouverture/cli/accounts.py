"""`ouverture account`: staff accounts. A password is read from standard input, never from an argument."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from typing import Any

from ouverture.cli.door import BadInput, add_door, shown
from ouverture.text import Text

WEAK = {
    "short": Text("Mot de passe : 12 signes au moins.", "Password: at least 12 signs."),
    "usual": Text(
        "Mot de passe : il est parmi les plus courants ; donnez-en un autre.",
        "Password: it is among the most usual ones; give another.",
    ),
    "of_the_house": Text(
        "Mot de passe : sans l'identifiant et les mots de la maison, il en reste trop peu ; donnez-en un autre.",
        "Password: without the login and the words of this house too little of it is left; give another.",
    ),
}
"""Why a password is not taken, by its weakness."""

OF_AN_OFFICE = ("agent", "supervisor", "manager", "auditor")
"""The roles of those who work in one caisse."""


def register(commands: Any) -> None:
    """Add this door to the command."""
    parser = add_door(commands, "account", _account, "make an account of staff, who then sign in with a code as well")
    parser.add_argument("login")
    parser.add_argument(
        "--role", required=True, choices=("agent", "supervisor", "manager", "auditor", "helper", "doctor", "cnav")
    )
    parser.add_argument("--office", default="", metavar="CODE", help="the caisse of whoever works in one")
    parser.add_argument("--label", default="", help='what persons and colleagues read ("agent 7"); no name')


def _account(options: argparse.Namespace) -> int:
    from ouverture.wiring import make_account, weakness_of

    if options.role in OF_AN_OFFICE and not options.office:
        raise BadInput(Text("--office : donnez la caisse, par exemple 751.", "--office: give the caisse, such as 751."))
    password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if weak := weakness_of(password, options.login):
        raise BadInput(WEAK[weak])
    if not make_account(os.environ, options.login, password, options.role, options.office, options.label):
        raise BadInput(
            Text(f"« {options.login} » est déjà pris.", f'"{options.login}" is already taken.')
        )  # fmt: skip
    said = Text(f"Le compte {options.login} est ouvert.", f"The account {options.login} is open.")
    return shown(options, {"login": options.login, "role": options.role}, [said.to(options.language)])
