from django.db import models


class Room(models.Model):
    name = models.CharField(max_length=80, unique=True)
    position = models.IntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]


class Person(models.Model):
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    email = models.EmailField(unique=True)

    @property
    def full_name(self):
        return f"{self.given_name} {self.family_name}"


class Booking(models.Model):
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="bookings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True)
    title = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=20)

    class Meta:
        indexes = [models.Index(fields=["room", "starts_at"])]
