from django.urls import path

from place import views

urlpatterns = [
    path("calendar", views.week, name="week"),
    path("bookings/<int:booking>", views.booking, name="booking"),
]
