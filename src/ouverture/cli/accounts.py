"""`ouverture account`: staff accounts, opened, reset, switched off. Chance chooses each first password, nobody else."""

from __future__ import annotations

import argparse
import os
from typing import Any

from ouverture.cli.door import BadInput, add_door, shown
from ouverture.text import Text

OF_AN_OFFICE = ("agent", "supervisor", "manager", "auditor")
"""The roles of those who work in one caisse."""


def register(commands: Any) -> None:
    """Add this door to the command."""
    parser = add_door(commands, "account", _account, "open, reset, or switch off an account of staff")
    parser.add_argument("login")
    parser.add_argument(
        "--role", choices=("agent", "supervisor", "manager", "auditor", "helper", "doctor", "cnav"),
        help="open a new account; its first password is printed, once",
    )  # fmt: skip
    parser.add_argument("--office", default="", metavar="CODE", help="the caisse of whoever works in one")
    parser.add_argument("--label", default="", help='what persons and colleagues read ("agent 7"); no name')
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--reset", action="store_true", help="another first password; the telephone is set up anew")
    instead.add_argument("--off", action="store_true", help="let it in no more, from its next request on")
    instead.add_argument("--on", action="store_true", help="let it in again")


def _account(options: argparse.Namespace) -> int:
    if options.reset:
        return _reset(options)
    return _switch(options) if options.off or options.on else _open(options)


def _open(options: argparse.Namespace) -> int:
    from ouverture.wiring import open_account

    if not options.role:
        raise BadInput(
            Text("--role : donnez le rôle du nouveau compte, ou --reset, --off, --on pour un compte ouvert.",
                 "--role: give the role of the new account, or --reset, --off, --on for one that is open.")
        )  # fmt: skip
    if options.role in OF_AN_OFFICE and not options.office:
        raise BadInput(Text("--office : donnez la caisse, par exemple 751.", "--office: give the caisse, such as 751."))
    office = _caisse(options.office) if options.office else ""
    password = open_account(os.environ, options.login, options.role, office, options.label)
    if password is None:
        raise BadInput(Text(f"« {options.login} » est déjà pris.", f'"{options.login}" is already taken.'))
    said = Text(f"Le compte {options.login} est ouvert.", f"The account {options.login} is open.")
    return _with_password(options, said, password)


def _caisse(code: str) -> str:
    """The caisse of this code: an account of none would see no file, for ever and without a word."""
    from ouverture.places.caisse import caisse_of
    from ouverture.places.place_error import PlaceError

    try:
        return caisse_of(code.strip()).key
    except PlaceError as problem:
        raise BadInput(Text(f"--office : {problem.text.fr}", f"--office: {problem.text.en}")) from None


def _reset(options: argparse.Namespace) -> int:
    from ouverture.wiring import reset_account

    password = reset_account(os.environ, options.login)
    if password is None:
        raise _unknown(options.login)
    said = Text(
        f"Le compte {options.login} repart de zéro : ni ancien mot de passe, ni téléphone, ni entrée ouverte.",
        f"The account {options.login} begins again: no old password, no telephone, nothing left signed in.",
    )
    return _with_password(options, said, password)


def _with_password(options: argparse.Namespace, said: Text, password: str) -> int:
    then = Text(
        f"Premier mot de passe, montré une seule fois, à changer dans les sept jours : {password}",
        f"First password, shown this once, to be changed within seven days: {password}",
    )
    document = {"login": options.login, "first_password": password}
    return shown(options, document, [said.to(options.language), then.to(options.language)])


def _switch(options: argparse.Namespace) -> int:
    from ouverture.wiring import switch_account

    if not switch_account(os.environ, options.login, options.on):
        raise _unknown(options.login)
    said = (
        Text(f"Le compte {options.login} peut entrer.", f"The account {options.login} may come in.")
        if options.on
        else Text(f"Le compte {options.login} n'entre plus.", f"The account {options.login} comes in no more.")
    )
    return shown(options, {"login": options.login, "on": options.on}, [said.to(options.language)])


def _unknown(login: str) -> BadInput:
    return BadInput(Text(f"« {login} » : il n'y a pas de tel compte.", f'"{login}": there is no such account.'))
