"""What a site for others must be told before it opens."""

import pytest

from ouverture.site.trust import NotTrusted, binds_subdomains, check, hosts_of, origins_of

GOOD_KEY = "a7Kd93mQz-0xLp2VnY5cRw8TbH1sJf6GuEe4NiOqWlDhZyXkMv"


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"OUVERTURE_SECRET_KEY": "a"}, "OUVERTURE_SECRET_KEY"),
        ({"OUVERTURE_SECRET_KEY": "a" * 80}, "OUVERTURE_SECRET_KEY"),
        ({"OUVERTURE_SECRET_KEY": "abc" * 40}, "OUVERTURE_SECRET_KEY"),
        ({"OUVERTURE_HOSTS": "*"}, "OUVERTURE_HOSTS"),
        ({"OUVERTURE_HOSTS": "example.org, *"}, "OUVERTURE_HOSTS"),
        ({"OUVERTURE_HOSTS": "*.example.org"}, "OUVERTURE_HOSTS"),
        ({"OUVERTURE_HOSTS": ""}, "OUVERTURE_HOSTS"),
        ({"OUVERTURE_HOSTS": "https://example.org"}, "OUVERTURE_HOSTS"),
        ({"OUVERTURE_PROXY": "127.0.0.1"}, "OUVERTURE_HOSTS"),
        ({"OUVERTURE_HSTS_SUBDOMAINS": "perhaps"}, "OUVERTURE_HSTS_SUBDOMAINS"),
        ({"OUVERTURE_METRICS_TOKEN": "short"}, "OUVERTURE_METRICS_TOKEN"),
        ({"OUVERTURE_PROXY": "*", "OUVERTURE_HOSTS": "example.org"}, "OUVERTURE_PROXY"),
        ({"OUVERTURE_PROXY": "the proxy", "OUVERTURE_HOSTS": "example.org"}, "OUVERTURE_PROXY"),
    ],
)
def test_a_setting_that_leaves_the_site_open_is_refused_by_its_name(settings: dict[str, str], named: str) -> None:
    with pytest.raises(NotTrusted) as refused:
        check(settings)
    assert all(said.startswith(named) for said in refused.value.text)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"OUVERTURE_SECRET_KEY": GOOD_KEY},
        {"OUVERTURE_HOSTS": "ouverture.example.org,.example.org"},
        {"OUVERTURE_HSTS_SUBDOMAINS": "no"},
        {"OUVERTURE_PROXY": "::1", "OUVERTURE_HOSTS": "ouverture.example.org"},
    ],
)
def test_a_setting_that_is_safe_is_taken(settings: dict[str, str]) -> None:
    check(settings)


def test_names_below_are_held_to_https_unless_a_setting_says_that_they_are_other_peoples() -> None:
    assert binds_subdomains({})
    assert not binds_subdomains({"OUVERTURE_HSTS_SUBDOMAINS": "no"})


def test_without_a_setting_the_site_is_known_on_this_machine_only() -> None:
    assert hosts_of({}) == ["127.0.0.1", "localhost", "[::1]"]


def test_a_form_comes_from_the_site_itself_over_https() -> None:
    assert origins_of({"OUVERTURE_HOSTS": "a.example.org, .example.net"}) == [
        "https://a.example.org",
        "https://*.example.net",
    ]
