# Becoming a member, and leaving.

## Asking to become a member
joining-section = Coming and going
joining-join = Become a member
joining-join-heading = Become a member of { $place }
joining-join-lead = Tell us who you are and what you are looking for. We confirm your address by mail, then we answer.
joining-you = You
joining-email-hint = We send a link there; open it to confirm your application.
joining-payer-legend = An organisation pays for you (optional)
joining-payer-hint = Leave empty if you pay yourself.
joining-siren = SIREN or SIRET
joining-siren-hint = Nine or fourteen digits.
joining-offer = Plan
joining-offer-hint = Nothing is due before we answer. You can change it later.
joining-offer-none = I do not know yet
joining-offer-none-text = We will talk about it.
joining-offer-nothing = Nothing for now
joining-offer-nothing-text = Neither plan nor pass.
joining-price = { $amount } { $basis }
joining-price-month = { $amount } { $basis } a month
joining-wish = What you are looking for here
joining-wish-hint = Your trade, your rhythm, what you would like.
joining-version = version { $version }
joining-accept-house-rules = I accept the house rules
joining-accept-privacy-notice = I have read how my data is used
joining-send = Send my application
joining-sent-title = Look at your mail
joining-sent-text = A mail is on its way to { $email }. Open the link in it to go on.
joining-sent-advice = Nothing after a few minutes? Look among unwanted mail, check the address, then try again. Without confirmation, we forget your application after three days.
joining-back-home = Back to the home page
joining-confirm-title = Confirm your application
joining-confirm-text = One press, and your application reaches us.
joining-confirm = Confirm my application
joining-confirmed-title = Thank you
joining-confirmed-waiting = Your application has arrived. We answer by mail.
joining-confirmed-accepted = You are a member. A mail invites you to open your account.
joining-confirmed-over = This application has had its answer, or you have sent another one since.
joining-link-spent-title = This link is no longer good
joining-link-spent-text = A link is good for a while only. Send a new application.
joining-ask-again = Start again

## Texts of the house
joining-house-rules = House rules
joining-privacy-notice = Your personal data
joining-texts = Texts of the house
joining-texts-lead = A new version holds at once. Members are asked to accept it at their next visit; nobody is locked out.
joining-text-none = No text is published yet.
joining-text-which = Which text
joining-text-new = Publish a new version
joining-text-body = Text
joining-text-body-hint = Line breaks are kept.
joining-text-publish = Publish this version
joining-text-published = The new version is published.
joining-text-accepted = Noted, thank you.
joining-versions = Versions
joining-accepted-by = { $count ->
    [0] accepted by nobody
    [one] accepted by one person
   *[other] accepted by { $count } people
}
joining-my-texts = House rules and personal data
joining-texts-to-read = To read and accept
joining-texts-agreed = What you have accepted
joining-agreed-at = accepted { $when }

## Applications
joining-applications = Applications
joining-none = No application yet
joining-none-text = What people send from the website arrives here once their address is confirmed.
joining-waiting = Waiting for an answer
joining-waiting-none = Nobody is waiting.
joining-waiting-count = { $count ->
    [one] One application waits for an answer
   *[other] { $count } applications wait for an answer
}
joining-look = Answer
joining-answered = Answered
joining-state-unproven = to be confirmed
joining-state-waiting = waiting
joining-state-accepted = accepted
joining-state-refused = refused
joining-state-replaced = replaced
joining-asked = The application
joining-letter = Our answer
joining-became = Their card
joining-offer-gone = A plan that is no longer offered
joining-offer-repriced = { $name } (the price shown was { $amount })
joining-organisation-known = This organisation is known already: it will pay.
joining-organisation-found = { $name } is known already: it will pay.
joining-accept = Accept the application
joining-who = Is it somebody we know?
joining-who-hint = Same address, same telephone number or same name. Choosing a card avoids a duplicate.
joining-somebody-new = No, it is somebody new
joining-welcome-words = A word of welcome
joining-welcome-words-hint = Added to the welcome mail.
joining-accept-consequence = The card, the membership and the account are made in one go. A pass goes on the next invoice, a plan on each month’s. A welcome mail and an invitation are sent.
joining-refuse = Refuse the application
joining-refusal-words = Why
joining-refusal-words-hint = Sent to the person as it stands.
joining-accepted = They are a member.
joining-refused = The refusal is on its way by mail.

## At the desk
joining-new-member = New member
joining-desk-email-hint = No address, no account.
joining-desk-payer-legend = An organisation pays (optional)
joining-desk-payer-hint = Leave empty if the person pays.
joining-desk-wish = What the person is looking for
joining-desk-consents = Show these texts to the person; tick what they accept.
joining-admit = Make a member
joining-admitted = They are a member.
joining-newcomers = New members to welcome
joining-card = Their card
joining-first-visit = First visit
joining-first-visit-none = No step is planned for this person.
joining-first-visit-over = Everything has been shown.
joining-first-visit-usual =
    Show the rooms
    Give the Wi-Fi code
    Show the printer and the kitchen
    Explain bookings and check-in
    Introduce to the members who are there
    Hand over the key or the badge, if any
joining-step-done = Done
joining-step-done-of = Done: { $step }
joining-step-undo = Undo
joining-step-undo-of = Not done yet: { $step }
joining-step-by = { $name }, { $when }
joining-steps-done = { $done } of { $steps }

## Settings
joining-settings = Welcoming members
joining-approval = Who accepts applications
joining-approval-person = Somebody of the team
joining-approval-person-text = Each application waits for an answer.
joining-approval-automatic = Everybody comes in
joining-approval-automatic-text = As soon as the address is confirmed, unless the person or the organisation looks like somebody known.
joining-offers-shown = Plans shown to everybody
joining-offers-none = No plan has a price today.
joining-first-visit-hint = One step a line. The team ticks them with each new member.
joining-notice = Notice
joining-notice-months = Months of notice
joining-notice-to-the-end = To the end of the month
joining-settings-kept = The settings are kept.
joining-tour-hours = Hours of visits
joining-tour-hours-hint = Proposed on the website for the next three weeks, closures left out.
joining-tour-hour = { $day }, { $time }
joining-tour-hours-add = Add this hour
joining-tour-hours-kept = The hour is kept.
joining-tour-hours-remove = Remove
joining-tour-hours-remove-of = Remove: { $hour }
joining-tour-hours-removed = The hour is removed. Visits booked stay.
joining-seats-count = { $count ->
    [one] one person
   *[other] { $count } people
}
joining-weekday = Day
joining-starts = Time
joining-seats = Seats

## Visits
joining-tour-public = Visit the place
joining-tour-heading = Come and see { $place }
joining-tour-lead = Choose an hour: somebody of the team shows you round.
joining-tour-none = No free hour at the moment
joining-tour-none-text = Write to us, or apply for membership at once.
joining-tour-when = When
joining-tour-other-hour = Another moment
joining-tour-day = Day
joining-your-name = Your name
joining-tour-email-hint = For the confirmation, and to cancel.
joining-tour-data = We keep this to prepare the visit.
joining-tour-book = Book the visit
joining-tour-booked-title = One more step
joining-tour-booked-text = A mail is on its way. Confirm by its link: the hour you chose is kept for you for an hour.
joining-tour-unproven = to be confirmed
joining-tour-prove = Confirm my visit
joining-tour-mine = Your visit
joining-tour-give-up = Cancel my visit
joining-tour-cancel = Cancel the visit
joining-tour-given-up = The visit is cancelled.
joining-tours = Visits
joining-tours-file = visits
joining-tours-today = Visits today
joining-tours-to-note = To note: how did it go?
joining-tours-coming = To come
joining-tours-none = No tour to come. Book one, or set the hours of tours in “Welcoming members”: the site proposes them.
joining-tours-noted = Past
joining-tours-year = Visits in { $year }
joining-tour-new = Book a visit
joining-tour-kept = The visit is booked.
joining-tour-booked = planned
joining-tour-cancelled = cancelled
joining-tour-came = came
joining-tour-absent = did not come
joining-tour-noted = Noted.
joining-outcome = The visit
joining-outcome-how = How did it go?
joining-outcome-interested = Would like to join
joining-outcome-came = Came, nothing more for now
joining-outcome-absent = Did not come
joining-trial-day = Trial day offered
joining-trial-day-hint = On that day, a button records it here: it is not counted.
joining-trial-on = trial on { $day }
joining-trial-today-text = The trial day is today. It costs nothing.
joining-trial-record = Record the trial day
joining-trial-noted = The trial day is recorded.
joining-joined-since = became a member
joining-make-member = Make a member
joining-count-table = Visits month by month
joining-count-month = Month
joining-count-year = Year
joining-count-booked = Booked
joining-count-cancelled = Cancelled
joining-count-came = Came
joining-count-absent = Did not come
joining-count-interested = Would join
joining-count-trials = Trials
joining-count-members = Members since

## Leaving
joining-leaving = Leaving
joining-leaving-none = No departure announced.
joining-leaving-soon = Announced departures
joining-leaves-on = Last day: { $day }
joining-given-on = Announced on { $day }
joining-my-leaving = Leaving the place
joining-notice-leads-to = With notice, the last day would be { $day }.
joining-leaving-consequence = The membership and the plans end on that day. What would be billed beyond it is taken back. The account stays open to read and keep the invoices.
joining-last-day-hint = That day, or a later one. To leave earlier, talk to the team.
joining-reason = A word about leaving
joining-reason-hint = What you liked, what was missing.
joining-give-notice = Give notice
joining-notice-given = Your notice is given. A mail confirms it.
joining-departure-keep = Record the departure
joining-departure-kept = The departure is recorded.
joining-invoices-stay = You keep access to your invoices.
joining-invoices = My invoices
joining-still-open = What is still open
joining-nothing-open = Nothing.
joining-owed = Owed on invoices
joining-booking-after = Booking after that day
joining-contract-ends = Ends on that day
joining-units-left = Units of a pass still good after that day
joining-units-owed = Units owed

## Refusals
joining-refused-empty = Write something.
joining-refused-too-long = This is too long: { $maximum } characters at most.
joining-refused-not-waiting = This application has had its answer.
joining-refused-text-changed = This text has just changed: read it again, then accept it.
joining-refused-text-missing = This text must be accepted to go on.
joining-refused-offer-changed = This plan or its price has just changed. Choose again.
joining-refused-alike = Somebody alike is known: say whether it is the same person.
joining-refused-organisation-unnamed = Give the name of the organisation too.
joining-refused-too-many-steps = { $maximum } steps at most.
joining-refused-months = A number of months, from 0 to { $maximum }.
joining-refused-seats = From 1 to 50 seats.
joining-refused-no-such-hour = This hour is not proposed.
joining-refused-full = This hour is full. Choose another one.
joining-refused-tour-over = This visit is over or cancelled.
joining-refused-not-yet = The visit has not happened yet.
joining-refused-no-trial-today = No trial day is planned today for this person.
joining-refused-holds-an-offer = This person already has a plan or a pass: check them in at the desk.
joining-refused-here-already = This person is checked in already today.
joining-refused-unreachable = Give an address or a telephone number.
joining-refused-not-a-member = This person is not a member.
joining-refused-notice-given = Leaving on { $day } is announced already.
joining-refused-past = That day is over.
joining-refused-too-soon = Notice leads to { $day }. Choose that day or a later one.
joining-refused-too-far = That is more than a year ahead.
joining-refused-of-the-team = This person belongs to the team: an administrator records the departure.

## Mails
joining-mail-greeting = Hello { $name },
joining-mail-confirmation-subject = { $place }: confirm your application
joining-mail-confirmation-title = Become a member of { $place }
joining-mail-confirmation-text = Somebody, probably you, asked to become a member of { $place } with this address. Open the link to confirm. It is good for two days.
joining-mail-confirmation-after = If it was not you, do nothing: the application will be forgotten.
joining-mail-confirmation-button = Confirm my application
joining-mail-welcome-subject = Welcome to { $place }
joining-mail-welcome-title = Welcome
joining-mail-welcome-text = You are a member of { $place }. We are glad to have you with us.
joining-mail-welcome-after = Another mail invites you to open your account, if you have none yet. When you first come, somebody will show you round.
joining-mail-welcome-button = Go to my place
joining-mail-refusal-subject = { $place }: your application
joining-mail-refusal-title = Your application
joining-mail-refusal-text = We cannot take up your application to become a member of { $place }.
joining-mail-refusal-after = You can answer to this address.
joining-mail-refusal-button = See the place
joining-mail-tour-proof-subject = { $place }: confirm your visit
joining-mail-tour-proof-title = Confirm your visit
joining-mail-tour-proof-text = You would like to visit the place on { $when }. That hour is kept for you for an hour.
joining-mail-tour-proof-after = You asked for nothing? There is nothing to do.
joining-mail-tour-proof-button = Confirm my visit
joining-mail-tour-subject = { $place }: your visit
joining-mail-tour-title = Your visit
joining-mail-tour-text = We expect you on { $when }.
joining-mail-tour-after = Cannot come? Cancel with the link, so that somebody else may.
joining-mail-tour-button = See or cancel my visit
joining-mail-leaving-subject = { $place }: your departure
joining-mail-leaving-title = Your departure
joining-mail-leaving-text = Your departure is recorded. Your last day as a member of { $place } is { $when }.
joining-mail-leaving-after = Your account stays open to read your invoices. Thank you for all you brought to the place.
joining-mail-leaving-button = What is still open

## Log
permission-joining-admit = Welcome new members and note departures
permission-joining-manage = Set how members are welcomed
permission-joining-own = Accept the texts of the house, give notice
activity-house-text-published = published a text of the house, version { $version }
activity-house-text-accepted = accepted a text of the house, version { $version }
activity-joining-set = set how members are welcomed
activity-application-made = confirmed their application
activity-application-accepted = accepted the application
activity-application-refused = refused the application
activity-person-admitted = made a member from { $day }
activity-welcome-done = did: { $step }
activity-welcome-undone = unticked: { $step }
activity-tour-booked = booked a visit
activity-tour-cancelled = cancelled the visit
activity-tour-proven = confirmed the visit
activity-tour-noted = noted the visit
activity-tour-tried = recorded a trial day
activity-member-gave-notice = announced a departure on { $day }

# What is held about people.
joining-holding-prospects = Tours and applications
joining-holding-prospects-purpose = To show the place and answer those who want to join
joining-holding-membership = Texts agreed to, welcome and departures
joining-holding-membership-purpose = To know what each agreed to, to welcome them and to let them go

# A notice taken back.
joining-notice-taken-back = Your notice is taken back: nothing changes.
joining-departure-taken-back = The departure is taken back.
joining-notice-take-back = Take my notice back
joining-departure-take-back = Take this departure back
joining-notice-take-back-text = Until the last day this departure can be taken back: membership and plans last as before.
joining-deposit = deposit { $amount }
joining-to-fetch = to be settled before leaving
joining-take-data = Take my data along
joining-take-data-text = A copy of everything the place keeps about you, in one file.
joining-take-data-link = My data
activity-member-took-notice-back = took the notice back

# Coupons.
joining-coupon-hint = Choose above what you take, then see its price with the code.
joining-coupon-see = See the price
joining-coupon-told = { $name } with { $code }:
joining-coupon-price = { $code }: { $amount } instead of the price of the pass
joining-coupon-spent = { $code }: not valid any more
joining-coupon-use = Apply the code { $code }
joining-refused-coupon-needs-offer = Choose a pass or a plan, or take the code away.
joining-coupon-first-month = first month at { $price }
joining-coupon-fee = { $amount } off the joining fee
joining-coupon-plan-price = { $code }: first month at { $amount }
