permission-guests-receive = See who asks from outside, and answer
permission-guests-manage = Set how people from outside are received
guests-section = Outside
guests-title = Guests
guests-lead = Bookings made without an account, by people who are not members.
guests-guest = Guest
guests-when = When
guests-state = State
guests-none = Nobody has booked from outside yet
guests-none-text = The public page of each room shows its free hours; whoever books one appears here.
guests-unproven = address to be confirmed
guests-never-proven = never confirmed

# The rooms.
guests-filter = Look for a room
guests-people = For how many people
guests-thing = Equipment
guests-any-thing = Any
guests-look = Look
guests-none-fits = No room fits
guests-none-fits-text = Try with fewer people, or without any particular equipment.
guests-all-rooms = See all the rooms
guests-whole-house = Exclusive hire: ask for a quote
guests-rules = How it works
guests-days-title = The days to come
guests-earlier = Previous week
guests-later = Next week
guests-free-not-here = free, but too short or too soon to book here
guests-new-tab = new tab
guests-price-both = { $net } excl. VAT ({ $gross } incl. VAT)
guests-price-no-vat = { $amount } without VAT
guests-days = { $count ->
    [one] one day
   *[other] { $count } days
}
guests-rule-lengths = From { $shortest } to { $longest }.
guests-rule-notice = To be booked at least { $notice } ahead.
guests-rule-horizon = Up to { $days } days ahead.
guests-rule-approval = The place answers the request first; nothing is due before.
guests-rule-cancel-always = Cancelling is free.
guests-rule-cancel-free = Cancelling is free until { $notice } before.
guests-rule-cancel-fee = Until { $notice } before, cancelling costs { $fee } of the price.
guests-rule-cancel-late = After that, cancelling costs { $fee } of the price.

# Booking without an account.
guests-book-title = Book { $space }
guests-book-lead = No account: choose the hours, see the price, confirm by e-mail.
guests-you = You
guests-email-hint = A link to confirm is sent there.
guests-choose-hours = Choose a day and hours to see the price.
guests-free-that-day = Free that day
guests-held-for = The hours are kept for you for { $minutes } minutes, time to follow the link of the e-mail. The invoice follows at the end of the month.
guests-send = Keep these hours
guests-member-note = A member? Sign in to book at your price.
guests-sent-title = Look at your e-mail
guests-sent-text = A link has just left for { $email }. Follow it to confirm.
guests-sent-until = The hours are kept for { $minutes } minutes; then they are given back.
guests-confirm-title = Confirm the booking
guests-confirm-text = One more button, and the hours are yours.
guests-confirm = Confirm
guests-over-title = This link is no longer good
guests-over-text = The hours were kept for some minutes only, or were given back. They may still be free.
guests-refused-text-missing = Tick this box to go on.
guests-refused-text-changed = This text has just changed: read it again.
guests-refused-too-many-held = Two bookings wait for a confirmation at this address already. Confirm them first.
guests-refused-over = The time to confirm is over.
guests-refused-minutes = Between 5 and 1,440 minutes.

# Settings.
guests-settings-title = Reception and widget
guests-settings-kept = Kept.
guests-hold-minutes = Minutes to confirm
guests-hold-minutes-hint = Meanwhile the hours are kept for who has not followed the link of the e-mail yet.
guests-sites = Sites that may show the rooms
guests-sites-hint = One address a line, for instance https://www.place.example.org. No other site will be able to.
guests-snippets = To copy into your site
guests-snippets-text = The frame shows the room, its prices and its free hours; booking opens a new tab. If you want no frame, take the link.
guests-snippet = Frame
guests-snippet-link = Link
guests-snippet-see = See the frame

# E-mails.
guests-mail-greeting = Hello { $name },
guests-mail-proof-subject = Confirm your booking: { $space }
guests-mail-proof-text = You asked for { $space }, { $when }. Follow the link to confirm: the hours are kept for you until { $until }.
guests-mail-proof-account = You have an account with us. Sign in instead to book at your price; in that case, do not follow this link.
guests-mail-proof-after = If this is not you, do nothing: the hours will be given back by themselves.
guests-mail-proof-button = Confirm the booking

# What is held about people.
guests-holding-bookings = Bookings without an account
guests-holding-bookings-purpose = To know who comes from outside, to warn and to invoice them
guests-coupon-refused = The code is not taken off: { $reason } The price above is the one without it.
