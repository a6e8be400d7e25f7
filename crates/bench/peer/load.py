"""Makes the database from the week that the bench hands over, and prints a session key of somebody signed in."""

import json
import os
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from place.models import Booking, Person, Room  # noqa: E402


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Paris"))


def main():
    with open(sys.argv[1], encoding="utf-8") as handed:
        week = json.load(handed)
    call_command("migrate", run_syncdb=True, verbosity=0)
    with transaction.atomic():
        rooms = [Room.objects.create(name=name, position=at) for at, name in enumerate(week["rooms"])]
        for line in week["bookings"]:
            person = Person.objects.create(
                given_name=line["given"], family_name=line["family"], email=line["email"]
            )
            Booking.objects.create(
                room=rooms[line["room"]],
                person=person,
                title=line["title"],
                starts_at=moment(line["start"]),
                ends_at=moment(line["end"]),
                state="confirmed",
            )
    user = get_user_model().objects.create_user("facilitation", "facilitation@example.org", "measured")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    print(session.session_key)


main()
