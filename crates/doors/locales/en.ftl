doors-title = Doors and entrance
doors-lead = A tablet left open at the door of a room says whether it is free, lends it for a moment and takes reports.
doors-none = No tablet
doors-none-text = Choose a room: you get the address to open on the tablet.
doors-since = since { $when }
doors-room = Room
doors-tablet-new = New tablet
doors-tablet-name = Name of the tablet
doors-tablet-name-hint = To know it again, for example “1st floor corridor”.
doors-tablet-make = Make the address
doors-tablet-made = The address is made. It is shown once only.
doors-tablet-made-text = Open it on the tablet, or scan this code with it, and leave the page open.
doors-tablet-made-before = This address was made and shown before. If you lost it, end it and make another.
doors-tablet-qr = Code of the address of the tablet
doors-tablet-end = End
doors-tablet-end-of = End the tablet of { $room }
doors-tablet-end-confirm = This address will show nothing any more. Another one can be made.
doors-tablet-ended = The address is ended.
doors-copy = Copy the address
doors-copied = Address copied
doors-door-title = At the door
doors-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
doors-free = Free
doors-busy = Taken
doors-closed = Closed
doors-until = until { $time }
doors-opens = opens at { $time }
doors-today = Today
doors-nothing-today = Nothing more is booked today.
doors-taken = Booked
doors-here = here
doors-arrive = I am here
doors-arrive-for = I am here for { $hours }
doors-arrived = Welcome, the room is yours.
doors-read-at = Read at { $time }
doors-offline = No network: what is shown is out of date. The page will go on by itself.
doors-number-label = Your door number
doors-number-hint = Eight digits, in “My place”. Type it or scan your code.
doors-take = Take the room now
doors-minutes = { $count } min
doors-offer = { $name }, { $hours }?
doors-nothing-to-pay = Nothing to pay
doors-confirm = Book
doors-back = Back
doors-booked = It is booked.
doors-end = End now
doors-ended = It is ended. The room is free for others.
doors-fault = Report a problem
doors-fault-label = What is wrong
doors-fault-hint = One line, for example “the screen does not turn on”.
doors-fault-send = Report
doors-fault-told = Thank you, the team knows.
doors-number-title = My door number
doors-number-lead = Type it on the tablet of a room, or show the code at the desk.
doors-number-note = to type at doors
doors-number-none = Get my number, for the tablets of rooms
doors-number-qr = My door number, to be scanned
doors-number-make = Get my number
doors-number-made = Here is your number.
doors-number-anew = Get another one
doors-number-anew-text = Somebody knows it? Ask for another: the old one will be worth nothing.
doors-number-anew-confirm = The old number will be worth nothing.
doors-entrance-title = Entrance code
doors-entrance-lead = Print this page and put it up at the entrance. Members scan it with their phone and check in by themselves, by the same rules as at the desk.
doors-entrance-qr = Code to scan on arrival
doors-poster-title = Welcome
doors-poster-text = Scan this code with your phone to check in.
doors-entrance-renew = Change the code
doors-entrance-renew-text = The code goes round outside? Change it, then print the new one.
doors-entrance-renew-confirm = What is printed will be worth nothing.
doors-entrance-renewed = The code is changed. Print it.
doors-check-in-title = Check in
doors-check-in-hello = Hello { $name }
doors-part-legend = I come for
doors-part = { $part ->
    [day] the day
    [morning] the morning
   *[other] the afternoon
}
doors-check-in-act = Check in
doors-checked-in = You are checked in. Have a good day!
doors-here-already = { $reason }
doors-pass-left = { $units ->
    [one] { $units } unit left
   *[other] { $units } units left
}: { $days } days or { $halves } half-days
doors-pass-owed = Your pass is empty, { $owed } units are owed: you may come in, they will be taken from the next pass
doors-nothing-held = You hold no pass and no plan: come to the desk
doors-refused-number = Nobody here has this number.
doors-refused-too-many-faults = Several faults have just been told here. Say your number, or tell the desk.
doors-refused-too-many = Too many numbers were tried at this door. Wait a few minutes.
doors-refused-length = A tablet books 15, 30 or 60 minutes.
doors-refused-not-yours = This booking is somebody else’s.
doors-refused-nothing-now = Nothing is under way in this room.
doors-refused-name = Give a name of 60 characters at most.
activity-tablet-made = made a tablet for { $space }
activity-tablet-ended = ended a tablet
activity-entrance-code-renewed = changed the entrance code
permission-doors-manage = Set up tablets and print the entrance code
permission-doors-enter = Check in by oneself with the entrance code
doors-holding-tablets = Tablets at doors
doors-holding-tablets-purpose = To know who set up a tablet
