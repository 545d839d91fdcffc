"""The Django application of accounts."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """Named "accounts" in the database."""

    name = "ouverture.adapters.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
