permission-spaces-own-day = See one’s own day
permission-spaces-see-desk = See the day at the front desk
permission-spaces-check-in = Check people in and out

spaces-refused-already-here = Already here since { $since } ({ $part ->
    [morning] morning
    [afternoon] afternoon
   *[day] whole day
}): nothing was counted a second time.
spaces-refused-nothing-held = This person holds neither a plan nor a pass: choose “trial” or “to be paid”.
spaces-refused-nothing-offered = No pass has been put on sale yet: nothing says what a visit costs. Choose “trial”, or create a pass.
spaces-refused-already-undone = This check-in was undone already. Nothing changed.
spaces-refused-whole-day-already = The whole day is counted already.
spaces-refused-already-left = They left at { $at }, it is noted.
spaces-refused-not-left = No departure is noted: the person is here.
spaces-refused-not-yet = Nobody is checked in before they come.

activity-check-in-made = Checked in: { $part ->
    [morning] morning
    [afternoon] afternoon
   *[day] whole day
}{ $taken ->
    [0] {""}
    [one] , { $taken } unit taken
   *[other] , { $taken } units taken
}{ $owed ->
    [0] {""}
    [one] , { $owed } unit owed
   *[other] , { $owed } units owed
}
activity-check-in-widened = { $part ->
    [morning] The morning becomes a whole day
   *[other] The afternoon becomes a whole day
}{ $taken ->
    [0] {""}
    [one] , { $taken } more unit
   *[other] , { $taken } more units
}
activity-check-in-narrowed = The whole day is { $part ->
    [morning] a morning
   *[other] an afternoon
} again{ $returned ->
    [0] {""}
    [one] , { $returned } unit given back
   *[other] , { $returned } units given back
}
activity-check-in-undone = Check-in undone ({ $part ->
    [morning] morning
    [afternoon] afternoon
   *[day] whole day
}){ $returned ->
    [0] {""}
    [one] , { $returned } unit given back
   *[other] , { $returned } units given back
}
activity-check-in-left = Left
activity-check-in-resumed = Back again

spaces-nav-desk = Today
spaces-nav-day = Day sheet
spaces-nav-today = My place

spaces-desk-title = Front desk
spaces-desk-day-sheet = Day sheet
spaces-desk-new-person = New person
spaces-desk-last-act = Last act
spaces-desk-undo = Undo
spaces-desk-key-undo = U
spaces-desk-sell-pass = Sell a pass
spaces-desk-book = Book
spaces-desk-morning = Morning
spaces-desk-afternoon = Afternoon
spaces-desk-day = Whole day
spaces-desk-key-day = D
spaces-desk-widen = Make it a day
spaces-desk-widen-of = Make it a day: { $name }
spaces-desk-leave = Leaving
spaces-desk-key-leave = L
spaces-desk-leave-of = Leaving: { $name }
spaces-desk-come-back = Back again
spaces-desk-come-back-of = Back again: { $name }
spaces-desk-check-in = Check in
spaces-desk-check-in-of = Check in: { $name }
spaces-desk-trial = Trial
spaces-desk-trial-text = The visit is offered, to discover the place.
spaces-desk-owed = To be paid
spaces-desk-owed-text = Its units are owed until a pass is sold.
spaces-desk-team = team
spaces-desk-no-offer = neither plan nor pass
spaces-desk-units-left = { $units ->
    [0] empty pass
    [one] { $units } unit
   *[other] { $units } units
}{ $units ->
    [0] {""}
   *[other] : { $days ->
        [0] less than a day
        [one] { $days } day
       *[other] { $days } days
    } or { $halves ->
        [0] no half-day
        [one] { $halves } half-day
       *[other] { $halves } half-days
    }
}
spaces-desk-owes = { $units ->
    [one] owes { $units } unit
   *[other] owes { $units } units
}
spaces-desk-here-since = Here since { $time }, { $part ->
    [morning] morning
    [afternoon] afternoon
   *[day] whole day
}
spaces-desk-left-at = Left at { $time }
spaces-desk-part = { $part ->
    [morning] morning
    [afternoon] afternoon
   *[day] whole day
}
spaces-desk-kind = { $kind ->
    [pass] pass
    [plan] plan
    [trial] trial
    [staff] team
   *[debt] to be paid
}
spaces-desk-done-here = { $name } is here for { $part ->
    [morning] the morning
    [afternoon] the afternoon
   *[day] the day
}{ $kind ->
    [trial] , as a trial
   *[other] {""}
}.
spaces-desk-done-widened = { $name } stays for the whole day.
spaces-desk-done-left = It is noted that { $name } left.
spaces-desk-done-undone = The check-in of { $name } is undone, what it had taken is given back.
spaces-desk-found = { $count ->
    [0] Nobody of that name
    [one] { $count } person found
   *[other] { $count } persons found
}
spaces-desk-new-named = New person: “{ $name }”
spaces-desk-new-named-text = A name is enough; they are added and checked in at once.
spaces-desk-here = { $count ->
    [0] Here now
   *[other] Here now: { $count }
}
spaces-desk-nobody = Nobody has come yet. Type / then three letters of a name, Enter twice: they are checked in.
spaces-desk-over = Came for the morning
spaces-desk-gone = { $count ->
    [one] { $count } departure
   *[other] { $count } departures
}
spaces-desk-expected = { $count ->
    [0] Expected
   *[other] Expected: { $count }
}
spaces-desk-nobody-expected = No more bookings today.
spaces-desk-rooms = Rooms, now
spaces-desk-no-room = No room is described yet: the managing directors add them under spaces.
spaces-desk-week = See the week
spaces-desk-room-busy = Busy
spaces-desk-room-free = Free
spaces-desk-room-until = until { $time }
spaces-desk-room-opens = opens at { $time }
spaces-desk-room-closed = for today
spaces-desk-room-rest-of-day = until the evening
spaces-desk-room-next = then { $hours }, { $name }
spaces-desk-units-taken = { $taken } of { $units } taken

spaces-desk-walk-in-lead = A name is enough. An address or a telephone number helps to find them again and to write to them.
spaces-desk-given-name = Given name
spaces-desk-family-name = Family name
spaces-desk-email = E-mail address
spaces-desk-phone = Telephone
spaces-desk-part-label = For
spaces-desk-welcome = How does this visit count?
spaces-desk-walk-in-submit = Add and check in

spaces-desk-day-before = Day before
spaces-desk-day-after = Day after
spaces-desk-file = Spreadsheet
spaces-desk-other-day = Another day
spaces-desk-show = Show
spaces-desk-people = Persons
spaces-desk-half-days = Half-days
spaces-desk-bookings = Bookings
spaces-desk-check-ins = Check-ins
spaces-desk-day-empty = Nobody was checked in that day
spaces-desk-day-empty-text = The sheet fills itself with each check-in at the front desk.
spaces-desk-undone = undone
spaces-desk-column-name = Name
spaces-desk-column-part = For
spaces-desk-column-kind = On the grounds of
spaces-desk-column-arrived = Arrived
spaces-desk-column-left = Left
spaces-desk-column-undone = State
spaces-desk-column-hours = Hours
spaces-desk-column-room = Room
spaces-desk-column-title = Subject

spaces-today-title = My place
spaces-today-greeting = Hello { $name }
spaces-today-here = You are here since { $time }
spaces-today-book = Book a room
spaces-today-left = What I have left
spaces-today-owes = Visits are owed ({ $units ->
    [one] { $units } unit
   *[other] { $units } units
}): your next pass will pay for them.
spaces-today-plan = Your plan: come whenever you like.
spaces-today-pass = My pass
spaces-today-pass-words = { $days ->
    [0] Less than a day
    [one] { $days } day
   *[other] { $days } days
} or { $halves ->
    [0] no half-day
    [one] { $halves } half-day
   *[other] { $halves } half-days
}
spaces-today-expiry = First units to be used by { $day }, that day included
spaces-today-pass-detail = My visits in detail
spaces-today-units = { $count ->
    [one] unit
   *[other] units
}
spaces-today-no-offer = Neither pass nor plan for now
spaces-today-no-offer-text = A pass opens the door by the day or half-day; a plan, every day.
spaces-today-see-passes = My passes
spaces-today-next = My next bookings
spaces-today-no-booking = No booking to come
spaces-today-no-booking-text = Choose a room and a free hour: the price is shown before you confirm.
spaces-today-requested = waiting
spaces-today-all-bookings = All my bookings
spaces-today-quick = Shortcuts
spaces-today-rooms = Rooms and their prices
spaces-today-invoices = My invoices
spaces-today-profile = My account
verify-spaces-check-ins = check-ins: each half-day counted once
verify-spaces-day-use = check-ins: what passes counted for each day
