# The collective moments of the place.


## The agenda
events-section = Community
events-agenda = Agenda
events-agenda-lead = What goes on here, and waits for you.
events-mine = My events
events-all-kinds = Everything
events-kind = Kind
events-kind-lunch = Shared lunch
events-kind-powwow = Pow-Wow
events-kind-workshop = Workshop
events-kind-concert = Concert, show
events-kind-talk = Talk
events-kind-party = Party
events-kind-other = Other event
events-open-to = Open to
events-open-to-everybody = Open to all
events-open-to-members = Members only
events-state-draft = Draft
events-state-published = Announced
events-state-cancelled = Cancelled
events-state-past = Over
events-full = Full
events-follow-public = Follow in my calendar
events-none-to-come = Nothing announced for now
events-none-to-come-text = Come back soon, or come and see the place.
events-see-rooms = See the rooms
events-to-calendar = To my calendar
events-team-page = Team page
events-cancelled-text = This event is cancelled.
events-where = Where
events-host = With
events-price = Price
events-free = Free
events-per-seat = { $price } a person
events-seats = Seats
events-seats-left = { $count ->
    [0] Full, with a waiting list
    [one] One seat left
   *[other] { $count } seats left
}
events-your-registration = Your registration
events-see-or-leave = See or cancel
events-take-the-seat = Take the seat
events-register = Register
events-wait = Join the waiting list
events-wait-text = Every seat is taken. If one comes free, it is offered to you by mail.
events-your-name = Your name
events-email-hint = We send a link there, to be opened to confirm.
events-guests = You come
events-with-guests = { $count ->
    [0] One person
    [one] Two people (+1)
   *[other] With { $count } guests
}
events-price-member = The price goes on your account, and on the next invoice.
events-price-outside = The price is paid at the desk or by invoice.
events-outside-data = We keep your name and address for a year, for this event alone.
events-privacy = Your data
events-just-come = Just come, no registration needed.
events-sent-title = Look at your mail
events-sent-text = A mail is on its way to { $email }. Open its link to confirm.
events-sent-advice = Nothing in a few minutes? Look into the junk folder, check the address, then try again. The seat is only taken once confirmed.
events-back-to-event = Back to the event

## A registration
events-registration-unconfirmed = To be confirmed
events-registration-registered = Registered
events-registration-waiting = On the waiting list
events-registration-offered = Seat offered
events-registration-cancelled = Cancelled
events-registration-lapsed = Offer over
events-people = People
events-fee-due = Still due
events-confirm-title = Confirm the registration
events-confirm-text = One touch, and the seat is taken.
events-confirm-paid = One touch, and the seat is taken. You will be invoiced for it.
events-confirm = Confirm
events-confirmed = It is noted.
events-seat-came-free = A seat came free
events-kept-until = It is kept for you until { $when }.
events-seat-taken = The seat is yours.
events-waiting-text = You will get a mail if a seat comes free.
events-leave = Cancel the registration
events-leave-free = You cancel free of charge; the seat goes to who waits.
events-leave-fee = You cancel; { $amount } stay due. The seat goes to who waits.
events-leave-undo = You may register again if a seat is left.
events-left = The registration is cancelled.
events-you-are-registered = You are registered. A mail confirms it.
events-you-wait = You are on the waiting list.
events-mine-coming = I shall be there
events-mine-none = You are registered for nothing at the moment.
events-mine-past = Over or cancelled
events-next = Coming up
events-whole-agenda = The whole agenda
events-follow-own = Follow in my calendar
events-follow-own-text = A private address for your calendar program: the whole agenda, members’ events included.
events-feed-once = Copy this address now: it will not be shown again.
events-feed-open = Open in my calendar
events-feed-since = You have an address since { $day }.
events-feed-make = Make my address
events-feed-anew = Change the address
events-feed-end = Remove the address
events-feed-made-before = The address was shown already. Change it if you did not keep it.
events-feed-ended = The address is worth nothing any more.

## The programme
events-programme = Programme
events-new = New event
events-edit = Change
events-title = Title
events-day = Day
events-starts = Beginning
events-ends = End
events-last-day = Last day, if it lasts several
events-rooms = Rooms
events-rooms-hint = They are booked at once, for a draft too.
events-room-holds = { $count ->
    [one] one seat
   *[other] { $count } seats
}
events-overriding = Even outside opening hours
events-overriding-hint = Goes past hours, closures and limits; never past another booking.
events-venue = Where, or more about it
events-venue-hint = Elsewhere, online, or which door to take.
events-body = Description
events-registration = Registration
events-registers = One registers
events-registers-hint = Otherwise people just come.
events-capacity = Seats
events-capacity-hint = Empty: no limit.
events-most-guests = Guests for one registration, at most
events-most-guests-hint = They count as seats.
events-product = Product charged
events-product-none = Free
events-product-hint = Gives the VAT, and the price if nothing is said beside.
events-own-price = Price a person
events-own-price-hint = Empty: the price of the product. Net or gross as the product.
events-publish-now = Announce
events-keep-draft = Keep as a draft
events-publish = Announce
events-public-page = Public page
events-kept = It is kept.
events-is-published = The event is announced.
events-is-cancelled = The event is cancelled, who registered is told.
events-cancel = Cancel the event
events-cancel-reason = Reason, read by who registered
events-cancel-reason-hint = It stands in the mail and on the page.
events-cancel-consequence = { $people ->
    [0] Nobody is registered
    [one] One person is told and owes nothing
   *[other] { $people } people are told and owe nothing
}; { $rooms ->
    [0] no room is given back
    [one] one room is given back
   *[other] { $rooms } rooms are given back
}.
events-cancel-undo = This cannot be undone: make another one instead.
events-filter = Filter
events-to-come = To come
events-over = Over
events-list-empty = Nothing here
events-list-empty-text = Make an event: its room is booked in the same act.
events-column-title = Title
events-column-day = Day
events-column-hours = Hours
events-column-kind = Kind
events-column-where = Where
events-column-open-to = Open to
events-column-state = State
events-column-registered = Registered
events-column-waiting = Waiting
events-column-came = Came
events-column-walk-ins = Not registered
events-file = agenda
events-year = The year { $year }
events-year-none = No event has taken place yet this year.
events-year-table = Figures of the year by kind
events-year-events = Events
events-year-people = Participants
events-year-all = In all
events-room-lost = no longer booked
events-registered-title = { $count ->
    [0] Registered
    [one] One registration
   *[other] { $count } registrations
}
events-nobody-yet = Nobody yet.
events-came-count = { $count ->
    [0] absent
    [one] came
   *[other] { $count } came
}
events-tick = Came
events-untick = Untick
events-take-off = Take off
events-how-many-of = How many with { $name }
events-waiting-title = Waiting list
events-gone = { $count ->
    [one] One registration cancelled or over.
   *[other] { $count } registrations cancelled or over.
}
events-walk-ins = Came without registering
events-walk-ins-text = Count them: they are part of the figures of the year.
events-how-many = How many
events-add-somebody = Register somebody
events-add-email-hint = If the place knows the address, the registration is that person’s.
events-add = Register
events-name = Name
events-noted = Noted.
events-sheet = Sign-in sheet
events-sheet-print = Print this page from your browser.
events-signature = Signature
events-blank-line = Empty line
events-copy = Copy to other days
events-rhythm = How often
events-rhythm-weekly = Every week
events-rhythm-fortnightly = Every second week
events-rhythm-monthly = The same weekday of each month
events-until = Until
events-show-days = Show the days
events-no-days = No day until then.
events-days = Days
events-days-hint = All is made, or nothing. Untick what does not go.
events-room-taken = { $room } is taken
events-copy-make = Make these days
events-copied = The days are made.
events-settings = Settings of the agenda
events-settings-kept = The settings are kept.
events-offer-hours = Hours to take a seat that came free
events-offer-hours-hint = 1 to 168. Then the seat goes to the next.
events-today = Events of the day
events-people-registered = { $count ->
    [0] nobody registered
    [one] one person
   *[other] { $count } people
}

## Refusals
events-refused-empty = Write something.
events-refused-too-long = Too long: { $maximum } characters at most.
events-refused-past = The beginning is over already.
events-refused-long = An event lasts 31 days at most.
events-refused-nowhere = Choose a room, or say where.
events-refused-capacity = Seats go from 1 to 100,000.
events-refused-seats-taken = { $taken } seats are taken already.
events-refused-guests = 0 to 20 guests.
events-refused-must-register = With a limit or a price, one must register.
events-refused-price = A price goes with a product, from 0 to 10,000.
events-refused-not-sold = This product has no price by the piece: give a price a person.
events-refused-price-kept = Seats are taken at the announced price: it cannot change.
events-refused-room = { $room } cannot be booked.
events-refused-room-on = On { $day }, { $room } cannot be booked.
events-refused-days = Choose one to sixty days.
events-refused-over = It is over or cancelled.
events-refused-ends = The end comes after the beginning.
events-refused-closed = Registration is closed.
events-refused-twice = This person is registered, or waits, already.
events-refused-too-many-guests = { $most ->
    [0] One comes alone.
    [one] One guest at most.
   *[other] { $most } guests at most.
}
events-refused-never-fits = There are only { $capacity } seats.
events-refused-offer-over = The seat is no longer kept.
events-refused-registration-over = This registration is closed, or the event has begun.
events-refused-amount-changed = The amount has changed: look again.
events-refused-not-billed = This price cannot be charged.
events-refused-not-yet = Ticking opens two hours before.
events-refused-how-many = This number does not go.
events-refused-offer-hours = 1 to 168 hours.

## Letters
events-mail-greeting = Hello { $name },
events-mail-facts =
    { $title }
    { $when }
    { $where }
events-mail-confirm-subject = Confirm your registration: { $title }
events-mail-confirm-title = Your registration
events-mail-confirm-text = You, or somebody with your address, ask for a seat. It is only taken once confirmed.
events-mail-confirm-after = It was not you? Do nothing.
events-mail-confirm-button = See and confirm
events-mail-registered-subject = Registered: { $title }
events-mail-registered-title = You are registered
events-mail-registered-text = { $people ->
    [one] Your seat is taken.
   *[other] Your { $people } seats are taken.
}
events-mail-registered-after = Something came up? Cancel: the seat will be of use.
events-mail-registered-button = See or cancel
events-mail-waiting-subject = Waiting list: { $title }
events-mail-waiting-title = You are on the waiting list
events-mail-waiting-text = Every seat is taken. If one comes free, it is offered to you in turn.
events-mail-waiting-after = { "" }
events-mail-waiting-button = See or stop waiting
events-mail-offered-subject = A seat came free: { $title }
events-mail-offered-title = A seat came free
events-mail-offered-text = { $people ->
    [one] It is kept for you until { $until }.
   *[other] { $people } seats are kept for you until { $until }.
}
events-mail-offered-after = Without an answer, it goes to the next.
events-mail-offered-button = Take the seat
events-mail-lapsed-subject = The seat went to somebody else: { $title }
events-mail-lapsed-title = The offer is over
events-mail-lapsed-text = There was no answer in time, and the seat went to the next person.
events-mail-lapsed-after = You may ask again.
events-mail-lapsed-button = See
events-mail-changed-subject = Changed: { $title }
events-mail-changed-title = The event has changed
events-mail-changed-text = The hours or the place have changed. This is what holds now:
events-mail-changed-after = It does not suit you any more? Cancel your registration.
events-mail-changed-button = See or cancel
events-mail-cancelled-subject = Cancelled: { $title }
events-mail-cancelled-title = The event is cancelled
events-mail-cancelled-text = We cancel this event. You owe nothing.
events-mail-cancelled-after = { "" }
events-mail-cancelled-button = See
events-mail-reminder-subject = Soon: { $title }
events-mail-reminder-title = See you soon
events-mail-reminder-text = You are registered, and it is soon.
events-mail-reminder-after = Something came up? Cancel now: somebody may be waiting.
events-mail-reminder-button = See or cancel

## Permissions and acts
permission-events-own = Register for events
permission-events-run = Make the programme, take attendance
permission-events-manage = Set the agenda up
activity-event-drafted = drafted { $title }
activity-event-changed = changed { $title }
activity-event-published = announced { $title }
activity-event-cancelled = cancelled { $title }
activity-event-joined = { $people ->
    [one] registered one person
   *[other] registered { $people } people
}
activity-event-waited = { $people ->
    [one] one person on the waiting list
   *[other] { $people } people on the waiting list
}
activity-event-left = { $people ->
    [one] one seat given back
   *[other] { $people } seats given back
}
activity-event-counted = counted { $people } people who had not registered
activity-events-set = set the agenda up
activity-agenda-followed = follows the agenda in a calendar
activity-agenda-unfollowed = follows the agenda no more

## Proposals
events-propose = Propose an event
events-propose-lead = An idea for the place? The Programming Council reads it and answers.
events-propose-title = Title
events-propose-body = What you propose
events-propose-wish = When, how many, what it takes
events-propose-wish-hint = An evening, ten people, a projector: what you know already.
events-propose-send = Send my proposal
events-propose-members = The place takes proposals from its members. Sign in to propose.
events-propose-confirm = Confirm the proposal
events-sign-in = Sign in
events-my-proposals = My proposals
events-proposed = Your proposal has reached the Programming Council.
events-proposal-unconfirmed = To be confirmed
events-proposal-open = Under discussion
events-proposal-asked = A question was asked
events-proposal-accepted = Accepted
events-proposal-refused = Refused
events-proposal-withdrawn = Withdrawn
events-proposal-accepted-text = It is a yes. The event is being prepared; it will stand in the agenda once announced.
events-proposal-why = The reason
events-proposal-said = What was said
events-proposal-withdraw = Withdraw my proposal
events-proposal-is-withdrawn = The proposal is withdrawn.
events-your-answer = Your answer
events-answer-send = Answer
events-answer-sent = The answer is sent.
events-council = Programming Council
events-council-lead = What members and neighbours propose, and what they are answered.
events-proposals = Proposals
events-proposals-open = To answer
events-proposals-answered = Answered
events-proposals-none = No proposal here
events-proposals-none-text = Anybody may propose an event; the Council discusses it and answers.
events-remark-comment = among us
events-remark-question = Question
events-remark-answer = Answer
events-nothing-said = Nothing was said yet.
events-your-remark = What you say of it
events-say-to-council = Say to the Council
events-ask-proposer = Ask who proposed
events-question-sent = The question is sent.
events-proposal-accept = Accept
events-proposal-accept-text = A draft is made, and the room is booked. The team completes and announces it.
events-proposal-is-accepted = It is accepted: a draft is ready, who proposed is told.
events-proposal-refuse = Refuse
events-refusal-reason = Why
events-refusal-reason-hint = Who proposed reads these words.
events-room = Room
events-room-none = None
events-council-seats-lead = Who programmes the events, from when to when. These people read and answer the proposals, as the team does.
events-council-empty = Nobody sits yet: the team answers alone.
events-seat-from = from { $day }
events-seat-until = until { $day }
events-seat-end = End today
events-seat-new = Name somebody
events-seat-first = First day
events-seat-last = Last day
events-seat-give = Name
events-outside-proposals = Anybody may propose an event
events-outside-proposals-hint = Otherwise members alone. An address from outside is confirmed first.
events-proposals-waiting = { $count ->
    [one] One proposal to answer
   *[other] { $count } proposals to answer
}
events-refused-members-only = The place takes proposals from its members.
events-refused-answered = This proposal has its answer already.
events-refused-nothing-asked = No question waits for an answer.
events-refused-reason-missing = Say why.
events-refused-council-days = The last day comes after the first.
events-refused-seated-already = This person sits already on these days.
events-refused-unknown-person = The place knows nobody at this address.
events-mail-proposal-confirm-subject = Confirm your proposal: { $title }
events-mail-proposal-confirm-title = Your proposal
events-mail-proposal-confirm-text = You, or somebody with your address, propose “{ $title }”. Open the link to send it to the Programming Council.
events-mail-proposal-confirm-after = It was not you? Do nothing.
events-mail-proposal-confirm-button = See and confirm
events-mail-proposal-arrived-subject = New proposal: { $title }
events-mail-proposal-arrived-title = A proposal has come
events-mail-proposal-arrived-text = “{ $title }” waits for the Programming Council.
events-mail-proposal-arrived-after = { "" }
events-mail-proposal-arrived-button = Read and answer
events-mail-proposal-question-subject = A question about your proposal: { $title }
events-mail-proposal-question-title = The Programming Council asks
events-mail-proposal-question-text = Before it answers “{ $title }”, the Programming Council would like to know:
events-mail-proposal-question-after = { "" }
events-mail-proposal-question-button = Answer
events-mail-proposal-answered-subject = Answer received: { $title }
events-mail-proposal-answered-title = An answer has come
events-mail-proposal-answered-text = About “{ $title }”:
events-mail-proposal-answered-after = { "" }
events-mail-proposal-answered-button = Read and decide
events-mail-proposal-accepted-subject = It is a yes: { $title }
events-mail-proposal-accepted-title = Your proposal is accepted
events-mail-proposal-accepted-text = The Programming Council said yes to “{ $title }”. The event is being prepared.
events-mail-proposal-accepted-after = Thank you for the idea.
events-mail-proposal-accepted-button = Follow
events-mail-proposal-refused-subject = Your proposal: { $title }
events-mail-proposal-refused-title = Not this time
events-mail-proposal-refused-text = The Programming Council does not take “{ $title }” up. This is why:
events-mail-proposal-refused-after = Another idea? Propose it.
events-mail-proposal-refused-button = See
activity-event-proposal-made = proposed { $title }
activity-event-proposal-asked = asked about { $title }
activity-event-proposal-accepted = accepted { $title }
activity-event-proposal-refused = refused { $title }
activity-event-proposal-withdrawn = withdrew { $title }
activity-council-named = named { $name } to the Programming Council from { $day }
activity-council-left = ended a seat in the Programming Council on { $day }
events-seconds-needed = People who second a proposal to the Pow-Wow
events-seconds-needed-hint = Then it is put on the next Pow-Wow. 1 to 100.
events-refused-seconds-needed = 1 to 100 people.

# What is held about people.
events-holding-registrations = Registrations to events
events-holding-registrations-purpose = To keep a seat, to tell of a change, to count who came
events-holding-proposals = Proposals of events and the programming council
events-holding-proposals-purpose = To look into proposals and answer them
## The Pow-Wow
events-powwows = Pow-Wow
events-powwows-lead = Everybody’s meeting: its points, its speakers, its decisions.
events-powwow-next = Next: { $when }
events-powwow-none = No Pow-Wow is announced.
events-powwow-when = Where and when
events-motions = Proposals to second
events-motions-text = Seconded by enough members, a proposal is put on the next Pow-Wow by itself.
events-motions-none = No proposal waits to be seconded.
events-motion-open = To be seconded
events-motion-ready = Waits for a Pow-Wow
events-motion-scheduled = Scheduled
events-motion-withdrawn = Withdrawn
events-motion-new = Make a proposal
events-motion-title = I propose
events-motion-body = Why, how
events-motion-make = Propose
events-motion-made = The proposal is open: others may second it.
events-motion-withdraw = Withdraw
events-seconds = { $count } of { $needed }
events-second = I second
events-seconded = You second this proposal.
events-you-second = you second it
events-to-do = Still to do
events-due = by { $day }
events-done = Done
events-done-on = done on { $day }
events-powwow-history = What was said
events-powwow-search = Search the Pow-Wows
events-search = Search
events-found = { $count ->
    [0] Nothing found
    [one] One point
   *[other] { $count } points
}
events-powwow-no-past = No Pow-Wow has taken place yet.
events-points = Agenda
events-points-none = No point yet. Add the first.
events-points-sum = { $count ->
    [one] One point
   *[other] { $count } points
}, { $minutes } minutes wished for
events-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
events-point-from-motion = seconded proposal
events-speakers = Want to speak:
events-speak = I want to speak
events-speak-no-more = I no longer want to speak
events-point-up = Up
events-point-down = Down
events-point-remove = Take off
events-point-keep = Note and decide
events-point-notes = What was said
events-point-note = Keep the note
events-decision = Decision
events-decision-owner = Who does it
events-decision-due = By when
events-decision-note = Note the decision
events-point-new = Add a point
events-point-title = Subject
events-point-body = In a few words
events-point-minutes = Minutes wished for
events-point-add = Add
events-point-added = The point is on the agenda.
events-point-removed = The point is taken off.
events-refused-powwow-closed = This Pow-Wow is over or cancelled.
events-refused-minutes = 1 to 240 minutes.
events-refused-own-motion = One does not second one’s own proposal.
events-refused-motion-over = This proposal is scheduled or withdrawn already.
events-refused-too-many-points = This Pow-Wow has sixty points already.
activity-powwow-point-added = added “{ $title }”
activity-powwow-point-removed = took “{ $title }” off
activity-powwow-decided = noted a decision on “{ $title }”
activity-powwow-done = noted a decision as done
activity-powwow-carried = the points of the Pow-Wow that was cancelled are taken over here
activity-powwow-proposal-made = proposed “{ $title }”
activity-powwow-proposal-seconded = seconded “{ $title }” as the last
activity-powwow-proposal-withdrawn = withdrew “{ $title }”

## Workshops of members
events-workshops = Members’ workshops
events-workshops-lead = Who holds which paid workshop, on which terms, and what was paid out.
events-workshops-none = No member’s workshop
events-workshops-none-text = On a paid event, “A member’s workshop” says who holds it and what the house keeps.
events-workshops-file = workshops
events-workshop = A member’s workshop
events-workshop-email = Address of who holds it
events-workshop-column-title = Workshop
events-workshop-column-day = Day
events-workshop-column-holder = Held by
events-workshop-column-income = Income, net
events-workshop-column-member = Share paid out, net
events-workshop-column-paid-on = Paid out on
events-workshop-unpaid = To be paid out
events-workshop-paid = Paid out
events-workshop-income = Income, net
events-workshop-house = Share of the house
events-workshop-member = Share of the member
events-workshop-lines = Registrations counted
events-workshop-net = Net
events-workshop-net-text = Amounts without VAT. The VAT of the participants goes to the state, by way of the place.
events-workshop-gave-up = given up late
events-terms = Terms
events-terms-hint = Without VAT, of what seats and late cancellations bring in.
events-terms-share = Part kept by the house
events-terms-share-text = A percentage of the income.
events-terms-room-fee = Room fee
events-terms-room-fee-text = A fixed amount, as far as the income covers it.
events-terms-share-field = Percentage
events-terms-fee-field = Fee, net
events-pay-out = Pay the share out
events-paid-day = Day of the payment
events-pay-consequence = { $amount } net paid to { $name }. The figures stand from now on.
events-pay-undo = A payout once noted is not undone.
events-pay-later = The share is paid out once the workshop is over.
events-paid-out = The payout is noted.
events-my-workshops = My workshops
events-my-workshops-lead = The paid workshops you hold: who comes, what they bring in, your share.
events-my-workshops-none = You hold no paid workshop
events-my-workshops-none-text = Propose one: say the price a person you have in mind.
events-refused-workshop-free = This event is free: give it a price first.
events-refused-workshop-terms = 0 to 100 %, or a fee of 0 to 10,000.
events-refused-workshop-paid = It was paid out: the terms stand.
events-refused-workshop-not-over = The workshop is not over, or was cancelled.
activity-workshop-agreed = agreed on the terms of the workshop with { $name }
activity-workshop-paid-out = noted the payout of { $day }
events-holding-powwow = Pow-Wow: points, speakers, seconds
events-holding-powwow-purpose = To hold everybody’s meetings and follow what they decide
events-holding-workshops = Workshops held by members
events-holding-workshops-purpose = To agree on each share and pay it out
events-holding-workshops-law = Ten years, as accounting records (French Commercial Code, art. L123-22)
