permission-spaces-read = See when rooms are taken
permission-spaces-book = Book for oneself
permission-spaces-see-bookers = See who booked
permission-spaces-book-for-others = Book for others and answer requests
permission-spaces-override = Go past hours and limits
permission-spaces-close = Block a space and rehouse its bookings
permission-spaces-manage = Manage spaces, hours and terms

# Menus
spaces-section = Spaces
spaces-nav-book = Book
spaces-nav-my-bookings = My bookings
spaces-nav-calendar = Calendar
spaces-nav-bookings = Bookings
spaces-nav-spaces = Spaces and hours

# Spaces
spaces-kind-room = Room
spaces-kind-hall = Hall
spaces-kind-private-office = Private office
spaces-kind-desk-pool = Desks
spaces-kind-desk = Desk
spaces-kind-garden = Outside
spaces-kind-floor = Whole floor
spaces-kind-building = Whole building
spaces-kind-equipment = Equipment
spaces-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
spaces-free = Free
spaces-price-desk = On your pass or plan
spaces-desk-included = Part of a pass or a plan
spaces-equipment = Equipment
spaces-prices = Prices
spaces-price-hour = an hour
spaces-price-half-day = a half-day (4 h)
spaces-price-day = a day (8 h)
spaces-prices-note = The cheapest combination always applies. Members have prices of their own.
spaces-hours = Hours
spaces-closed = Closed
spaces-today = Today
spaces-today-closed = Nothing is open any more today.
spaces-free-hours = Free
spaces-taken = Taken
spaces-mine = My booking
spaces-over = Over for today
spaces-rooms-title = Our spaces
spaces-rooms-lead = A room for a meeting, a hall for an event, a desk for the day.
spaces-rooms-none = No space yet
spaces-rooms-none-text = Rooms and desks will appear here as soon as they are added.
spaces-book-this = Book this space

# Calendar
spaces-calendar-title = Calendar of spaces
spaces-days = Days of the week
spaces-view-week = Week
spaces-view-day = Day
spaces-view-list = List
spaces-legend-mine = My bookings
spaces-legend-taken = Taken
spaces-legend-requested = Waiting for an answer

# Booking
spaces-book = Book
spaces-book-for = For { $name }
spaces-book-for-other = Book for somebody else
spaces-space = Space
spaces-day = Day
spaces-start = Start
spaces-end = End
spaces-end-day = Last day
spaces-end-day-hint = Only when the booking lasts more than a day.
spaces-title = What for
spaces-title-hint = For example: team meeting. Other members do not see it.
spaces-attendance = How many people
spaces-visible = Show my name to other members
spaces-visible-hint = Otherwise they only see that the space is taken.
spaces-more = More options
spaces-for-house = For the house
spaces-for-house-hint = By the rules of the team, without a price.
spaces-overriding = Go past hours, limits and buffers
spaces-overriding-hint = Your name is written down. Two bookings still never overlap.
spaces-see-price = See the price
spaces-length = Length
spaces-price = Price
spaces-crowded = { $count ->
    [one] The space has { $count } seat: it will be a little tight.
   *[other] The space has { $count } seats: it will be a little tight.
}
spaces-needs-approval = The team has to accept this booking. The slot is kept for you meanwhile, and nothing is due before.
spaces-confirm = Book at this price
spaces-ask = Send the request
spaces-quote-empty = Choose a space and hours: the price shows here before anything is booked.
spaces-gaps = Free that day
spaces-booked = It is booked.
spaces-requested = Your request is sent. The slot is kept for you until we answer.

# One booking
spaces-state = State
spaces-state-requested = Waiting for an answer
spaces-state-confirmed = Confirmed
spaces-state-checked-in = Under way
spaces-state-done = Over
spaces-state-cancelled = Cancelled
spaces-state-refused = Refused
spaces-state-expired = Request expired
spaces-state-no-show = Nobody came
spaces-overridden = Past the rules
spaces-holder = For
spaces-house = The house
spaces-fee-floor = Due if cancelled, at least
spaces-fee = Due for the cancellation
spaces-visibility = Visible
spaces-visible-yes = Members see your name
spaces-visible-no = Members only see that it is taken
spaces-expires = Answer expected before
spaces-calendar-file = Add to my calendar
spaces-keep = Save
spaces-changed = It is saved.
spaces-move = Move
spaces-cancel = Cancel
spaces-end-now = End now
spaces-end-confirm = End this booking now? The space is freed, the price stays as agreed.
spaces-ended = The booking is over, the space is free.
spaces-asked = This request waits for your answer.
spaces-asked-undo = The person is told by mail. A booking that was accepted can still be cancelled.
spaces-approve = Accept
spaces-refuse = Refuse
spaces-approved = The booking is confirmed and the person told.
spaces-request-refused = The request is refused and the person told.
spaces-welcome = They are here
spaces-undo-welcome = They are not here
spaces-welcome-undone = The arrival is taken back.
spaces-welcomed = Their arrival is noted.
spaces-note-absence = Nobody came
spaces-absence-confirm = Note that nobody came? The space is freed, the price stays due.
spaces-absence-noted = The absence is noted.
spaces-not-done = Not done: { $reason }

# Moving
spaces-move-title = Move the booking
spaces-move-price-now = Price now: { $price }
spaces-move-choose = Choose another space or other hours: the difference in price shows here.
spaces-move-same-price = The price stays the same: { $price }.
spaces-move-dearer = New price: { $price }, which is { $difference } more.
spaces-move-cheaper = New price: { $price }. { $difference } are given back to you.
spaces-move-floor = This late, moving keeps what cancelling would cost: { $fee } stay due if you cancel afterwards, or if a new request is not confirmed, unless the place says no.
spaces-move-kept = Of this, { $kept } are for hours given up too late. { $fee } stay due if you cancel afterwards, or if a new request is not confirmed, unless the place says no.
spaces-waive-move = Keep nothing
spaces-waive-move-hint = Only the new hours are due, and cancelling follows the usual notice.
spaces-move-confirm = Move
spaces-moved = The booking is moved.

# Cancelling
spaces-cancel-title = Cancel the booking
spaces-cancel-free = The space is freed. Nothing is due.
spaces-cancel-moved-late = This booking was moved too late to be cancelled free of charge.
spaces-cancel-no-fee = The space is freed. Cancelling costs nothing: { $price } are no longer due.
spaces-cancel-fee = The space is freed. { $fee } stay due, out of { $price }.
spaces-cancel-undo = A cancellation cannot be taken back: you would have to book again.
spaces-cancel-confirm = Cancel the booking
spaces-cancel-not = Keep it
spaces-waive = Charge nothing
spaces-cancelled = The booking is cancelled.

# My bookings
spaces-my-bookings-title = My bookings
spaces-upcoming = To come
spaces-past = Past
spaces-none-upcoming = Nothing booked
spaces-none-upcoming-text = Choose a free space in the calendar; the price shows before you confirm.

# Booking for somebody on the telephone
spaces-caller-title = Book for somebody
spaces-caller-lead = Find the person, or write them down: the calendar and the price come next.
spaces-caller-search = Name, company, telephone or e-mail
spaces-caller-search-hint = Three letters are enough.
spaces-caller-find = Search
spaces-caller-found = { $count ->
    [0] Nobody of that name
    [one] { $count } person
   *[other] { $count } people
}
spaces-caller-new = A new person
spaces-caller-next = Continue
spaces-given = Given name
spaces-family = Family name
spaces-phone = Telephone
spaces-email = E-mail

# Office
spaces-bookings-title = Bookings
spaces-bookings-file = bookings.csv
spaces-bookings-none = No booking
spaces-bookings-none-text = No booking matches these days and choices. Widen them, or book from the calendar.
spaces-requests = Requests that wait
spaces-answer-before = Answer expected before: { $when }
spaces-csv = Export (CSV)
spaces-from = From
spaces-until = Until
spaces-at = Time
spaces-until-hint = 23:59 closes the whole day.
spaces-filter = Filter
spaces-any = All
spaces-basis = Net or gross
spaces-resources-title = Spaces
spaces-resource-new = Add a space
spaces-resources-none = No space
spaces-resources-none-text = Add a room, desks or a garden: they can be booked at once.
spaces-name = Name
spaces-kind = Kind
spaces-kind-hint = A floor or the building takes the linked spaces it contains with it. Equipment (projector, camera, van) is booked without seats.
spaces-level = Floor
spaces-level-hint = As you say it: ground floor, first, yard.
spaces-units = Units
spaces-units-hint = How many bookings at the same time: 1 for a room, 10 for ten desks.
spaces-capacity = Capacity
spaces-capacity-hint = How many people; beyond it we warn, but do not refuse. Equipment has none.
spaces-product = Product and prices
spaces-product-hint = The product of billing that gives the prices by the hour, the half-day and the day.
spaces-no-product = Free
spaces-buffer-before = Buffer before (minutes)
spaces-buffer-after = Buffer after (minutes)
spaces-buffer-hint = To set up and clean. Two neighbouring buffers overlap.
spaces-description = Description
spaces-description-hint = A few sentences for the public page.
spaces-equipment-hint = One thing a line.
spaces-position = Place in lists
spaces-position-hint = The smallest first.
spaces-public-page = Public page
spaces-resource-kept = The space is saved.
spaces-retired = No longer let
spaces-retire = Let no longer
spaces-retire-text = A space that is no longer let leaves the calendar; its past bookings stay.
spaces-retire-confirm = Let this space no longer?
spaces-restore = Let again
spaces-resource-retired = The space is no longer let.
spaces-resource-restored = The space is let again.
spaces-audience = Audience
spaces-whole-place = The whole house
spaces-hours-title = Hours
spaces-hours-hint = Write 9:00-12:00, 14:00-18:30; 0:00-24:00 for the whole day; nothing for a day closed.
spaces-own-hours-hint = A space with hours of its own, for one audience at least, no longer has those of the house.
spaces-hours-kept = The hours are saved.
spaces-limits-title = Limits and terms
spaces-minimum-notice = Minimum notice
spaces-horizon = Maximum horizon
spaces-shortest = Shortest
spaces-longest = Longest
spaces-step = Step
spaces-minutes-hint = In minutes.
spaces-days-hint = In days ahead.
spaces-approval = Each booking has to be accepted
spaces-approval-hint = The slot is kept for 48 h until the answer.
spaces-terms = Cancellation terms
spaces-terms-hint = One line for each notice: “24 h : 0 %”, then “0 h : 50 %”. Exactly 24 h before counts as in time. Without a line, cancelling is free.
spaces-limits-kept = Limits and terms are saved.
spaces-closures-title = Closures
spaces-closures-lead = Works, holidays, a private day: nobody can book during that time, and the reason is given.
spaces-closures-none = No closure to come
spaces-closures-none-text = Block a space or the whole house: the bookings in the way will be listed.
spaces-closure-new = Block a time
spaces-reason = Reason
spaces-reason-hint = Told to whoever tries to book.
spaces-block = Block
spaces-closure-kept = That time is blocked.
spaces-occupancy-title = Occupancy
spaces-occupancy-percent = { $count }%
spaces-occupancy-hours = { $count } h
spaces-decimal-comma = .
spaces-occupancy-rooms = Rooms in use
spaces-occupancy-check-ins = Desk check-ins
spaces-occupancy-net = Bookings, net
spaces-occupancy-by-space = By space
spaces-occupancy-by-space-text = Hours booked within opening hours, closures taken out. The amount counts bookings begun in the period and cancellation fees, net of VAT.
spaces-occupancy-none = No space was open.
spaces-occupancy-bookings = Bookings
spaces-occupancy-used = Booked
spaces-occupancy-open = Open
spaces-occupancy-rate = Rate
spaces-occupancy-minutes-used = Minutes booked
spaces-occupancy-minutes-open = Minutes open
spaces-occupancy-week = People present by half-day
spaces-occupancy-week-text = Mean of the open days, from desk check-ins. The darker, the more of the { $count } desks are taken.
spaces-occupancy-week-bare = Mean of the open days, from check-ins.
spaces-occupancy-morning = Morning
spaces-occupancy-afternoon = Afternoon
spaces-occupancy-kinds = Check-ins by offer
spaces-occupancy-half-days = { $count ->
    [one] { $count } half-day
   *[other] { $count } half-days
}
spaces-occupancy-year = Over a year
spaces-occupancy-month = Month
spaces-occupancy-half-days-head = Half-days
spaces-feeds-title = My calendar
spaces-feeds-lead = Follow bookings in the calendar of your phone or computer: it keeps itself up to date.
spaces-feed-own = My bookings
spaces-feed-own-text = Those to come and those of the last three months.
spaces-feed-house = All bookings of the house
spaces-feed-house-text = With the name of who booked. The address stops answering if you leave the team.
spaces-feed-make = Get an address
spaces-feed-again = Replace the address
spaces-feed-end = Stop following
spaces-feed-end-confirm = Stop following this calendar? Programs that have the address will get nothing more.
spaces-feed-once = Here is the address. It is shown only once: whoever knows it sees this calendar.
spaces-feed-address = Address to follow
spaces-feed-open = Open in my calendar
spaces-feed-since = An address exists since { $day }. If you have lost it, replace it.
spaces-feed-made-before = The address was shown before. If you have lost it, replace it.
spaces-feed-ended = The address no longer answers.
spaces-feeds-rooms = Each space also has its public calendar, free or taken, on its page.
spaces-feed-room = Calendar of this space (ICS)
spaces-rehousing-title = Rehousing
spaces-rehouse = Rehouse the bookings
spaces-rehousing-lead = { $count ->
    [one] One booking falls into this closure. Say where it goes: the person will be told.
   *[other] { $count } bookings fall into this closure. Say where they go, all at once: everybody will be told.
}
spaces-people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
spaces-rehousing-none = Everybody is rehoused
spaces-rehousing-none-text = No booking to come falls into this closure.
spaces-rehousing-fate = Where does it go?
spaces-rehousing-way = { $space } ({ $count } people), { $price }
spaces-rehousing-cancel = Nowhere: cancel free of charge
spaces-rehousing-stay = Leave it for now
spaces-rehousing-cost = Nobody pays more than was agreed; a booking cancelled here costs nothing.
spaces-rehousing-confirm = Rehouse and tell everybody
spaces-rehousing-call = To be told in person
spaces-rehoused = Done. Everybody with an address is told by e-mail.
spaces-refused-rehousing-changed = This booking changed meanwhile. Here is how it stands.
spaces-refused-rehousing-no-room = That space is no longer free at these hours, or two bookings go there at the same time. Choose another one.
spaces-closure-withdrawn = That time is open again.
spaces-reopen = Open again
spaces-reopen-confirm = Open that time for bookings again?
spaces-in-the-way = { $count ->
    [one] { $count } booking is to be moved or cancelled:
   *[other] { $count } bookings are to be moved or cancelled:
}

# Refusals
spaces-refused-taken = Taken from { $from } to { $until }.
spaces-refused-taken-by-you = You booked it already from { $from } to { $until }: { $title }.
spaces-refused-taken-by = Taken from { $from } to { $until }: { $who }.
spaces-refused-full = Everything is taken at that time.
spaces-refused-buffer = { $minutes ->
    [one] { $minutes } minute is needed between two bookings to set up and clean.
   *[other] { $minutes } minutes are needed between two bookings to set up and clean.
}
spaces-refused-closed = Closed at that time: { $reason }.
spaces-refused-outside-hours = Outside the hours of that day: { $hours }.
spaces-refused-closed-day = Closed that day.
spaces-refused-inactive = This space is no longer let.
spaces-refused-no-price = This space has no price for this person: ask the team.
spaces-refused-too-early = That day has not come yet.
spaces-refused-not-here = No arrival is noted, or the booking is over.
spaces-refused-no-vat-rate = No VAT rate is known on { $day }.
spaces-refused-text = This text is too long or holds a character that cannot be shown.
spaces-refused-attendance = Give a number of people between 1 and 100,000.
spaces-refused-out-of-time = This date is too far away.
spaces-refused-not-open = This booking has begun or is over: it can no longer be moved or cancelled. It can be ended early.
spaces-refused-not-running = This booking is not under way.
spaces-refused-not-requested = This request waits for no answer any more.
spaces-refused-changed = Somebody changed this booking meanwhile. Nothing was done: look again.
spaces-refused-price-changed = The price is no longer the one that was shown. Nothing was done: here is the new one.
spaces-refused-already-imported = This line was imported before.
spaces-refused-nobody = Say for whom the booking is.
spaces-refused-no-contact = Give a telephone number or an e-mail address.
spaces-refused-past = That moment is over.
spaces-refused-too-soon = { $minutes ->
    [one] Book at least { $minutes } minute ahead.
   *[other] Book at least { $minutes } minutes ahead.
}
spaces-refused-too-far = { $days ->
    [0] Bookings are for the same day only.
    [one] Bookings go no further than { $days } day ahead.
   *[other] Bookings go no further than { $days } days ahead.
}
spaces-refused-too-short = { $minutes ->
    [one] The shortest booking lasts { $minutes } minute.
   *[other] The shortest booking lasts { $minutes } minutes.
}
spaces-refused-too-long = { $minutes ->
    [one] The longest booking lasts { $minutes } minute.
   *[other] The longest booking lasts { $minutes } minutes.
}
spaces-refused-off-step = { $minutes ->
    [one] Beginnings and lengths go by the minute.
   *[other] Beginnings and lengths go by { $minutes } minutes.
}
spaces-refused-name-taken = Another space has this name.
spaces-refused-units = Give a number of units between 1 and 10,000.
spaces-refused-units-in-use = { $peak ->
    [one] { $peak } booking to come needs more units than that.
   *[other] Up to { $peak } bookings to come overlap: at least as many units are needed.
}
spaces-refused-capacity = Give a capacity between 1 and 100,000.
spaces-refused-buffers = A buffer lasts between 0 and 1,440 minutes.
spaces-refused-position = Give a place between 0 and 100,000.
spaces-refused-unknown-product = There is no such product.
spaces-refused-still-booked = { $count ->
    [one] { $count } booking to come is to be moved or cancelled first.
   *[other] { $count } bookings to come are to be moved or cancelled first.
}
spaces-refused-hours-reversed = The line { $opens }–{ $closes } closes before it opens.
spaces-refused-hours-overlap = The line that opens at { $opens } overlaps another one.
spaces-refused-notice = A notice goes from 0 minutes to a year.
spaces-refused-horizon = The horizon goes from 0 to 1,100 days.
spaces-refused-lengths = The shortest is a minute at least, the longest at least as long and 31 days at most.
spaces-refused-step = The step is 5 minutes at least and divides the day: 5, 10, 15, 30, 60…
spaces-refused-fee = The part that stays due goes from 0 to 100 %.
spaces-refused-notice-twice = Two lines have the same notice.
spaces-refused-terms-backwards = Cancelling later cannot cost less.
spaces-refused-terms-unreadable = Write one line for each notice, for example “24 h : 0 %”.
spaces-refused-closure-too-long = A closure lasts three years at most.
spaces-refused-closure-reason = Give a reason, in 200 characters at most.

# Templates
spaces-template-meeting-room = Meeting room
spaces-template-meeting-room-equipment =
    Table and chairs
    Screen
    Whiteboard
spaces-template-hall = Hall
spaces-template-hall-equipment =
    Sound system
    Projector
    Folding chairs
spaces-template-desk-pool = Hot desks
spaces-template-desk-pool-equipment =
    Desk and chair
    Wi-Fi
    Socket and lamp
spaces-template-phone-booth = Phone booth
spaces-template-phone-booth-equipment =
    Shelf
    Sound insulation
spaces-template-garden = Garden
spaces-template-garden-equipment =
    Tables
    Shade and sockets

# Mails
spaces-mail-greeting = Hello { $name },
spaces-mail-button = See the booking
spaces-mail-ask-again = Ask anew
spaces-mail-price = Price: { $price }.
spaces-mail-fee = Still due: { $fee }.
spaces-mail-no-fee = Nothing is due.
spaces-mail-confirmed-subject = Booking confirmed: { $space }
spaces-mail-confirmed-text = Your booking at { $place } is confirmed. The file that comes with this mail adds it to your calendar.
spaces-mail-requested-subject = Request received: { $space }
spaces-mail-requested-text = We received your request at { $place }. The slot is kept for you until we answer; nothing is due before.
spaces-mail-moved-subject = Booking moved: { $space }
spaces-mail-moved-text = Your booking at { $place } is moved. Here is what it is now.
spaces-mail-cancelled-subject = Booking cancelled: { $space }
spaces-mail-cancelled-text = Your booking at { $place } is cancelled.
spaces-mail-refused-subject = Request refused: { $space }
spaces-mail-refused-text = We cannot give you this space at that time. Answer this mail, and we will look for another way together.
spaces-mail-book-again = See the calendar
spaces-mail-rehoused-subject = Your booking changes space: { $space }
spaces-mail-rehoused-text = The space you had booked at { $place } is closed at these hours: { $reason }. We have kept another space for you, at the same hours. If it does not suit you, reply to this message.
spaces-mail-displaced-subject = Booking cancelled by the house: { $space }
spaces-mail-displaced-text = The space you had booked at { $place } is closed at these hours: { $reason }. We have no other space free at that time and had to cancel your booking. We are sorry.
spaces-mail-lapsed-subject = Request without an answer: { $space }
spaces-mail-lapsed-text = We did not answer your request at { $place } in time, and the slot is no longer kept for you. We are sorry. You may ask anew.

# Log
activity-booking-made = Booked: { $space }, { $when }
activity-booking-requested = Asked for: { $space }, { $when }
activity-booking-approved = Request accepted: { $space }, { $when }
activity-booking-refused = Request refused: { $space }, { $when }
activity-booking-expired = Request left without an answer: { $space }, { $when }
activity-booking-moved = Moved: { $space }, { $when } (before: { $before })
activity-booking-cancelled = Cancelled: { $space }, { $when }
activity-booking-changed = Purpose or visibility changed
activity-booking-ended-early = Ended early: { $space }, { $when }
activity-booking-checked-in = Arrival noted: { $space }, { $when }
activity-booking-check-in-undone = Arrival taken back: { $space }, { $when }
activity-booking-no-show = Nobody came: { $space }, { $when }
activity-booking-done = Over: { $space }, { $when }
activity-booking-imported = Taken over from another program: { $space }, { $when }
activity-resource-added = Space added: { $space }
activity-resource-changed = Space changed: { $space }
activity-resource-retired = No longer let: { $space }
activity-resource-restored = Let again: { $space }
activity-closure-made = Closure: { $reason }
activity-calendar-followed = Calendar address made
activity-calendar-unfollowed = Calendar address withdrawn
activity-closure-rehoused = Bookings rehoused: { $count }
activity-closure-withdrawn = Opened again: { $reason }
activity-hours-set = Hours changed
activity-window-set = Limits changed
activity-terms-set = Cancellation terms changed

# Verification
verify-spaces-occupation = bookings that at no instant go past the units of their space
verify-spaces-states = bookings whose state holds together
verify-spaces-charges = charges equal to the price of their booking
spaces-plan = Floor plan
spaces-today-plan-of = Floor plan

# What is held about people.
spaces-holding-bookings = Bookings
spaces-holding-bookings-purpose = To keep the calendar of spaces and to invoice what was booked
spaces-holding-presence = Presence
spaces-holding-presence-purpose = To count visits, to know who is there when the house is cleared, to count attendance
spaces-matter-bookings = { $count ->
    [one] { $count } booking to come
   *[other] { $count } bookings to come
}
spaces-area = Area (m²)
spaces-area-hint = For what a square metre brings in, for example 12.5.
spaces-area-column = Area
spaces-square-metres = { $area } m²
spaces-per-square-metre = Revenue per m²
spaces-release = Give back when nobody comes (minutes)
spaces-release-hint = Between 5 and 240. Empty: the space stays booked even when nobody comes.
spaces-refused-area = The area is a number of square metres, with two decimals at most.
spaces-refused-release = Between 5 and 240 minutes.
spaces-refused-door-number = A door number has eight digits.
spaces-mail-reminder-subject = Soon: { $space }
spaces-mail-reminder-text = You have booked at { $place }. Check in when you arrive, at the door or at the desk: without you at { $limit }, the space is given to others. If you do not come, cancel now.
spaces-mail-released-subject = Space given back: { $space }
spaces-mail-released-text = Nobody came for your booking at { $place }: the space is given to others. The price agreed stays due. If you were there, answer this message.
activity-booking-given-back = gave back { $space }, { $when }: nobody came
activity-door-number-made = received a door number
spaces-view-month = Month
spaces-all = All
spaces-filter-act = Show
spaces-month-count = { $count ->
    [0] nothing booked
    [one] { $count } booking
   *[other] { $count } bookings
}
spaces-month-more = and { $count } more
spaces-lettings-title = Offices let
spaces-lettings-lead = An office let by the month is booked by nobody any more. Its rent is the price of a plan, charged every month to who pays for the tenant.
spaces-lettings-none = No office is let
spaces-lettings-none-text = Choose a space, the tenant and the plan that gives its price.
spaces-letting-new = Let an office
spaces-tenant = Address of the tenant
spaces-tenant-hint = A person the place knows. If an organisation pays for them, the organisation is charged.
spaces-letting-plan = Plan
spaces-letting-plan-hint = It gives the price of a month. A tenant has one plan for a desk at a time.
spaces-let-act = Let
spaces-let = The office is let.
spaces-let-out = let by the month
spaces-letting-since = since { $from }
spaces-letting-days = from { $from } to { $until }
spaces-letting-price = { $price } excl. VAT a month
spaces-letting-over = ended
spaces-letting-end = End
spaces-letting-last-day-of = Last day of the letting of { $space }
spaces-letting-end-confirm = The letting and its plan end on that day; what was charged beyond is taken back.
spaces-letting-ended = The letting has an end.
spaces-refused-let = This space is let to somebody by the month.
spaces-refused-let-already = It is let already, or shares a part with a space that is, since { $from }.
spaces-refused-let-booked = { $count ->
    [one] One booking would lose its space: move it first.
   *[other] { $count } bookings would lose their space: move them first.
}
spaces-refused-let-pool = A pool of desks is not let to one person.
spaces-refused-letting-ended = This letting has ended by that day.
spaces-refused-tenant = Nobody here has this address.
activity-resource-let = let { $space } from { $day } on
activity-resource-letting-ended = ended the letting of { $space } on { $day }
spaces-relief = Deducted from the price
spaces-relief-of = { $name }: { $told }
spaces-series-coupon = { $count ->
    [one] The code comes off one of { $dates } dates.
   *[other] The code comes off { $count } of { $dates } dates.
}
spaces-relief-drawn = { $hours }, { $left } left of the period
spaces-relief-due = { $rate } of the price due
