"""The tables of accounts. A person of staff has a login; everybody else comes by a link, a mandate or a device."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


def new_identity() -> str:
    """An opaque identity, such as goes into the record."""
    return uuid4().hex


class Logins(BaseUserManager["Account"]):
    """Accounts by their login."""

    def open(self, login: str, password: str, role: str, office: str = "", label: str = "") -> Account:
        """A new account; raises IntegrityError when the login is taken."""
        account = Account(login=login, role=role, office=office, label=label or login)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    """An agent, a supervisor, a helper, a doctor: somebody who signs in with a password and a one-time code.

    ``label`` is what colleagues and persons read ("agent 7"); it is no name. ``must_change``: the password is a first
    one, which chance chose and which ends at ``password_ends``.
    """

    login = models.CharField(max_length=80, unique=True)
    identity = models.CharField(max_length=32, unique=True, default=new_identity)
    role = models.CharField(max_length=20)
    office = models.CharField(max_length=20, blank=True)
    label = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=False)
    password_ends: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[Logins] = Logins()

    def get_username(self) -> str:
        """The login."""
        return self.login


class Presence(models.Model):
    """An account that is signed in somewhere: taken away, that session is out at its next request."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()


class PrivateLink(models.Model):
    """A person's way back to one file: the digest of 256 random bits, and perhaps a passphrase (argon2)."""

    digest = models.CharField(max_length=64, unique=True)
    stream = models.CharField(max_length=80, db_index=True)
    identity = models.CharField(max_length=32, default=new_identity)
    passphrase = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    @property
    def live(self) -> bool:
        """Whether it still opens the file."""
        return self.revoked_at is None


class MailDoor(models.Model):
    """An e-mail address that opens one file with a one-time code; only a keyed digest of the address is kept."""

    address = models.CharField(max_length=64, db_index=True)
    stream = models.CharField(max_length=80, db_index=True)
    identity = models.CharField(max_length=32)
    made_at = models.DateTimeField()
    revoked_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)


class MailCode(models.Model):
    """A one-time code that was asked for: digests of the address and of the code, and how often it was tried.

    ``letter`` is the message with the code, sealed, until it has left. ``stream``: the file that the address is to
    open once it has proved that it is read; "" for a code that opens what the address opens already.
    """

    address = models.CharField(max_length=64, db_index=True)
    digest = models.CharField(max_length=64)
    stream = models.CharField(max_length=80, blank=True)
    letter = models.TextField(blank=True)
    made_at = models.DateTimeField(db_index=True)
    tries = models.IntegerField(default=0)
    used_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)


class CalendarFeed(models.Model):
    """An address at which an agenda reads the days of one file, and nothing else of it; only its digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    stream = models.CharField(max_length=80, db_index=True)
    identity = models.CharField(max_length=32, default=new_identity)
    made_at = models.DateTimeField()
    revoked_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)


class Mandate(models.Model):
    """A person lets a helper act in one file, from one day to another, on paper or in the file itself."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    stream = models.CharField(max_length=80, db_index=True)
    kind = models.CharField(max_length=12)  # paper, electronic
    begins = models.DateField()
    ends = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    def holds(self, day: date) -> bool:
        """Whether the helper may act on that day, its last day included."""
        return self.ended_at is None and self.begins <= day <= self.ends


class Key(models.Model):
    """What a machine shows to come in: the key of a kiosk, the token of a program. Only its digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    identity = models.CharField(max_length=32, default=new_identity)
    role = models.CharField(max_length=20)
    office = models.CharField(max_length=20, blank=True)
    label = models.CharField(max_length=80)
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.CASCADE)
    ends: models.DateField[date | None, date | None] = models.DateField(null=True, blank=True)
    revoked_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    def opens(self, day: date) -> bool:
        """Whether it still opens the door on that day."""
        return self.revoked_at is None and (self.ends is None or day <= self.ends)


class OfficeDemand(models.Model):
    """What an office asks for beyond the law: the paper, in words, what will do instead, from and until which day."""

    office = models.CharField(max_length=20, db_index=True)
    paper = models.CharField(max_length=80)
    says_fr = models.TextField()
    says_en = models.TextField()
    instead_fr = models.TextField()
    instead_en = models.TextField()
    since = models.DateField()
    until: models.DateField[date | None, date | None] = models.DateField(null=True, blank=True)
    declared_by = models.CharField(max_length=32)
    declared_at = models.DateTimeField()


class RereadingRun(models.Model):
    """How far an office is with reading its files under the law of one day."""

    office = models.CharField(max_length=20)
    on = models.DateField()
    upto = models.CharField(max_length=80, blank=True)
    read = models.IntegerField(default=0)
    touched = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
    finished = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["office", "on"], name="one_run_an_office_and_day")]


class AnnouncedText(models.Model):
    """An announced text that an office reads its files under, from a day on."""

    office = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    on = models.DateField()
    brought_by = models.CharField(max_length=32)
    brought_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["office", "name"], name="one_text_an_office")]
