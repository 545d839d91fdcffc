"""What a site for others must be told before it opens: its key, its names, who stands before it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_address

from ouverture.text import Text

KEY, HOSTS, PROXY = "OUVERTURE_SECRET_KEY", "OUVERTURE_HOSTS", "OUVERTURE_PROXY"
SUBDOMAINS = "OUVERTURE_HSTS_SUBDOMAINS"
METRICS, CONTACT = "OUVERTURE_METRICS_TOKEN", "OUVERTURE_SECURITY_CONTACT"
HERE = "127.0.0.1,localhost,[::1]"
SHORTEST_TOKEN = 20
SHORTEST_KEY, FEWEST_SIGNS = 50, 10
"""Signs of a key, and how many of them differ (Django's own check W009 asks for 50 and 5)."""


class NotTrusted(Exception):
    """A setting would leave the site open to others; ``text`` says which and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def check(settings: Mapping[str, str]) -> None:
    """Raises NotTrusted for the first setting that cannot be trusted."""
    _check_key(settings.get(KEY, ""))
    _check_hosts(settings.get(HOSTS, HERE))
    if 0 < len(settings.get(METRICS, "")) < SHORTEST_TOKEN:
        raise NotTrusted(
            Text(
                f"{METRICS} : donnez {SHORTEST_TOKEN} signes au moins, ou aucun : rien n'est alors mesuré.",
                f"{METRICS}: give at least {SHORTEST_TOKEN} signs, or none: figures are then not shown.",
            )
        )
    if settings.get(SUBDOMAINS, "yes") not in ("yes", "no"):
        raise NotTrusted(
            Text(
                f"{SUBDOMAINS} : écrivez yes, ou no si des noms sous celui du site sont à d'autres et sans HTTPS.",
                f"{SUBDOMAINS}: write yes, or no where names below that of the site are other people's, without HTTPS.",
            )
        )
    if proxy := settings.get(PROXY, ""):
        _check_proxy(proxy, settings)


def cookie_name(name: str, settings: Mapping[str, str] = os.environ) -> str:
    """The name of a cookie: behind a proxy browsers hold it to HTTPS and to this host (the prefix ``__Host-``)."""
    return f"__Host-{name}" if settings.get(PROXY) else name


def binds_subdomains(settings: Mapping[str, str]) -> bool:
    """Whether browsers are asked to hold names below that of the site to HTTPS too: yes, unless a setting says no."""
    return settings.get(SUBDOMAINS, "yes") == "yes"


def hosts_of(settings: Mapping[str, str]) -> list[str]:
    """The names the site answers to: those given, and this machine's own, by which its health is asked."""
    return list(dict.fromkeys((*_given(settings), *HERE.split(","))))


def origins_of(settings: Mapping[str, str]) -> list[str]:
    """The addresses from which a form may come: those of the site itself, over HTTPS, behind a proxy."""
    return [f"https://{'*' if name.startswith('.') else ''}{name}" for name in _given(settings)]


def _given(settings: Mapping[str, str]) -> list[str]:
    return [name.strip() for name in settings.get(HOSTS, "").split(",") if name.strip()]


def _check_key(key: str) -> None:
    if key and (len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_SIGNS):
        raise NotTrusted(
            Text(
                f"{KEY} : trop facile à deviner ; donnez {SHORTEST_KEY} signes au hasard, ou aucun : "
                "la clé est alors faite et gardée dans le dossier de l'installation.",
                f"{KEY}: too easy to guess; give {SHORTEST_KEY} signs by chance, or none: "
                "the key is then made, and kept in the folder of the installation.",
            )
        )


def _check_hosts(hosts: str) -> None:
    names = [name.strip() for name in hosts.split(",")]
    if not any(names) or any("*" in name or "/" in name for name in names):
        raise NotTrusted(
            Text(
                f"{HOSTS} : donnez les noms du site, séparés par des virgules, par exemple ouverture.example.org ; "
                "« * » n'est pas accepté.",
                f"{HOSTS}: give the names of the site, with commas between them, such as ouverture.example.org; "
                '"*" is not taken.',
            )
        )


def _check_proxy(proxy: str, settings: Mapping[str, str]) -> None:
    try:
        ip_address(proxy)
    except ValueError:
        raise NotTrusted(
            Text(
                f"{PROXY} : donnez l'adresse IP du serveur qui est devant, par exemple 127.0.0.1.",
                f"{PROXY}: give the IP address of the server in front, such as 127.0.0.1.",
            )
        ) from None
    if HOSTS not in settings:
        raise NotTrusted(
            Text(
                f"{HOSTS} : derrière un autre serveur, donnez les noms du site, par exemple ouverture.example.org.",
                f"{HOSTS}: behind another server, give the names of the site, such as ouverture.example.org.",
            )
        )
