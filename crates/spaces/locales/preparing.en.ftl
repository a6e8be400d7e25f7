# Layouts of rooms, what the desk prepares
spaces-layouts = Layouts
spaces-layouts-text = How the room can be laid out: theatre, in a U, islands, empty. The time to set up and take down blocks the room around the booking.
spaces-layout = Layout
spaces-layout-hint = The number of seats and the time to prepare depend on it.
spaces-layout-usual = As usual
spaces-layout-add = Add a layout
spaces-layout-new = New layout
spaces-layout-name = Name of the layout
spaces-layout-name-hint = For example: in a U, theatre, islands, empty.
spaces-layout-capacity-hint = How many people the room then holds; beyond it we warn, but do not refuse.
spaces-layout-setup = Setting up (minutes)
spaces-layout-takedown = Taking down (minutes)
spaces-layout-minutes-hint = Before and after the booking; instead of the buffer of the room.
spaces-layout-before = { $minutes } min to set up
spaces-layout-after = { $minutes } min to take down
spaces-layout-kept = The layout is saved.
spaces-layout-retire = No longer offer it
spaces-layout-retire-text = Bookings that asked for it keep it.
spaces-layout-restore = Offer it again
spaces-layout-retired = The layout is no longer offered.
spaces-layout-restored = The layout is offered again.
spaces-layout-not-offered = No longer offered
spaces-mail-layout = Layout: { $layout }
spaces-layout-lost = This space has no layout “{ $layout }”: it will not be set up.
spaces-note = A word for the front desk
spaces-note-hint = What one must know to prepare the room.
spaces-preparation = Preparing the room
spaces-preparation-change = Preparation
spaces-preparation-over = This booking has begun or no longer stands: ask at the front desk.
spaces-prepared = The preparation is saved.
spaces-refused-layout = This layout is not offered in this space: choose another one.
spaces-refused-layout-name = This space has a layout of this name already.
spaces-refused-layout-minutes = Setting up or taking down lasts between 0 and 1,440 minutes.
spaces-refused-note = The word for the front desk fits in 1,000 characters.
activity-resource-layout-added = Layout added: { $layout }
activity-resource-layout-changed = Layout changed: { $layout }
activity-resource-layout-retired = Layout no longer offered: { $layout }
activity-resource-layout-restored = Layout offered again: { $layout }
activity-booking-prepared = Preparation changed: { $space }, { $when }
spaces-preparations = To prepare
spaces-preparations-lead = The rooms of today and tomorrow: how to set them up, by when, with what. Tick what is done; every screen of the front desk follows.
spaces-preparations-today = Today
spaces-preparations-tomorrow = Tomorrow
spaces-preparations-none = Nothing to prepare.
spaces-preparations-left = { $count ->
    [one] { $count } thing left
   *[other] { $count } things left
}
spaces-preparations-ready = all ready
spaces-preparations-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
spaces-preparations-room = The room
spaces-preparations-tick = Ready
spaces-preparations-tick-of = Ready: { $what }
spaces-preparations-undo = Undo
spaces-preparations-undo-of = Undo: { $what }
spaces-preparations-by = set up from { $at } on
spaces-preparations-done = Ready at { $at }, { $who }
spaces-preparations-to-do = { $count ->
    [one] { $count } thing to prepare today
   *[other] { $count } things to prepare today
}
activity-booking-set-up = Ready: { $what } ({ $space }, { $when })
activity-booking-set-up-undone = Not ready after all: { $what } ({ $space }, { $when })
