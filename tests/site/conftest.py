"""The site as visitors get it, on a day that does not move."""

import os
from collections.abc import Iterator

import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "ouverture.site.settings"
os.environ["OUVERTURE_TODAY"] = "2026-11-23"

import django

django.setup()

from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment

from ouverture.adapters.accounts.database import make_ready


@pytest.fixture(scope="session", autouse=True)
def _site() -> Iterator[None]:
    make_ready()
    setup_test_environment()
    yield
    teardown_test_environment()


@pytest.fixture
def client() -> Client:
    """A browser that has been nowhere yet."""
    return Client()
