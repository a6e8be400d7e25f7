"""The week of the rooms: the list that reads without a script, and the content of the calendar over it."""

from collections import defaultdict
from datetime import datetime, time, timedelta

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from .models import Booking, Room


@login_required
def week(request):
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=number) for number in range(7)]
    zone = timezone.get_current_timezone()
    start = datetime.combine(monday, time.min, zone)
    bookings = (
        Booking.objects.select_related("person")
        .filter(ends_at__gt=start, starts_at__lt=start + timedelta(days=7))
        .order_by("starts_at")
    )
    rooms = list(Room.objects.all())
    by_lane = defaultdict(list)
    events = []
    for one in bookings:
        one.start = timezone.localtime(one.starts_at)
        one.end = timezone.localtime(one.ends_at)
        one.href = reverse("booking", args=[one.pk])
        by_lane[one.start.date(), one.room_id].append(one)
        events.append(
            {
                "id": one.pk,
                "resource": one.room_id,
                "start": one.start.strftime("%Y-%m-%dT%H:%M"),
                "end": one.end.strftime("%Y-%m-%dT%H:%M"),
                "title": f"{one.person.full_name} · {one.title}",
                "state": one.state,
                "href": one.href,
            }
        )
    columns = [
        {"day": day, "lanes": [{"room": room, "bookings": by_lane.get((day, room.pk), [])} for room in rooms]}
        for day in days
    ]
    content = {"date": str(monday), "resources": [{"id": room.pk, "title": room.name} for room in rooms], "events": events}
    return render(request, "week.html", {"columns": columns, "first": days[0], "last": days[-1], "content": content})


@login_required
def booking(request, booking):
    found = get_object_or_404(Booking.objects.select_related("room", "person"), pk=booking)
    return render(request, "booking.html", {"booking": found})
