# Plans: conditions, changes, pauses.

## Conditions of plans
offers-conditions = Commitment and billing
offers-billing = Billing
offers-billing-month = By calendar month
offers-billing-anniversary = From date to date, from the first day
offers-billing-hint = From date to date, the 31st becomes the last day of shorter months. Current plans keep their day.
offers-billed-on = From date to date, on day { $day } of each month
offers-commitment = Commitment
offers-commitment-months = Commitment, in months
offers-commitment-hint = 0 or nothing: no commitment.
offers-commitment-none = None
offers-committed-until = Until { $day } included
offers-notice = Notice
offers-notice-months = Notice, in months
offers-notice-hint = Counted from the day it is given.
offers-notice-to-end = The notice runs to the end of the period billed
offers-notice-leads-to = { $months ->
    [0] None: announced today, the last day would be { $day }
    [one] 1 month: announced today, the last day would be { $day }
   *[other] { $months } months: announced today, the last day would be { $day }
}
offers-setup = Fee to join
offers-setup-hint = Charged once, net or gross as the plan is.
offers-setup-label = What the invoice calls the fee
offers-setup-label-hint = For example: Registration fee.
offers-gives = What the plan gives
offers-place = Welcome
offers-included-pass = Units of a pass
offers-included-none = None
offers-included-units = How many each period
offers-included-hint = Given when each period begins, lost when it ends.
offers-hours-given = Hours each period
offers-discount-given = Discount in %
offers-hours-hint = Hours given count for the period in which the booking takes place. The discount is on what goes beyond them.
offers-keys = Keys and badges
offers-keys-hint = For example: 1 badge, 1 locker key.
offers-hours = { $count } h
offers-minutes = { $count } min
offers-hours-minutes = { $hours } h { $minutes }
offers-each-period = { $what } each period
offers-discount-told = { $rate } off

## My plan
offers-my-plan = My plan
offers-my-plan-none-title = No plan
offers-my-plan-none-text = A plan gives a place every day, by the month. Meanwhile a pass opens the same doors.
offers-take-lead = Choose a plan and its first day: terms and first amounts are shown before you say yes.
offers-take-none-title = No plan to choose
offers-take-none-text = There is no plan that you could take here for now: talk to the team.
offers-take-another = Take another plan
offers-take-undo = The price is frozen for this contract. It is ended with its notice, once the commitment is over.
offers-plan-taken = The plan is yours from the chosen day on.
offers-first-due = The first amounts
offers-first-sum = In all to begin with
offers-days-of = { $days } of the days
offers-commitment-of = { $months ->
    [one] commitment of one month
   *[other] commitment of { $months } months
}
offers-notice-of = { $months ->
    [0] None
    [one] 1 month
   *[other] { $months } months
}
offers-notice-then-end = then until the end of the billing period
offers-payer = Who pays
offers-payer-you = You
offers-payer-pays = { $payer } pays.
offers-own-end = End this plan
offers-own-end-notice = Notice included, the last day is { $day } at the earliest.
offers-own-end-committed = The commitment runs until { $day }: the plan ends that day at the earliest.
offers-own-end-undone = This plan has not begun: ending it on the eve of its first day undoes it entirely.
offers-own-end-consequence = The plan { $plan } will end on the chosen day and is paid until then. You stay a member.
offers-own-end-undo = A plan that ended is not prolonged; you may take another one at any time.
offers-refused-own-start = Choose a day between today and { $until }.
offers-refused-not-a-member = Plans are for members who have not announced that they leave.
offers-refused-notice-runs = With notice and commitment, the last day is { $until } at the earliest.
offers-my-switch-empty-text = There is no other plan to choose at the moment.
offers-to-come = To come
offers-paused-now = Paused
offers-switch-take-back = Give up this change
offers-switch-taken-back = The change will not take place.
offers-leaving-text = Do you want to leave the place?
offers-leaving = Give notice
offers-settings = Changes and pauses
offers-change-when = A member changes plan
offers-change-now = On the day they ask
offers-change-next = From the next period
offers-change-either = Either, as they like

## Pauses
offers-pause = Pause
offers-pauses = Pauses
offers-pause-rule = { $days ->
    [0] Ask the team for a pause. During a pause, { $rate } of the price remains due.
    [one] One day of pause a year at most. During a pause, { $rate } of the price remains due.
   *[other] { $days } days of pause a year at most. During a pause, { $rate } of the price remains due.
}
offers-pause-meanwhile = During a pause the plan gives nothing: one stays a member, may use a pass and book at the prices of nomads.
offers-pause-from = First day of the pause
offers-pause-until = Last day of the pause
offers-last-day-included = This day is included.
offers-pause-months = What each month costs, now and with the pause:
offers-pause-month = { $before } → { $after }
offers-pause-consequence = The plan { $plan } will be paused { $days }.
offers-pause-undo = One may go on earlier. What was invoiced too much is deducted from the next invoice.
offers-pause-reason-hint = Read only by you and the managing director.
offers-pause-confirm = Confirm the pause
offers-paused = The pause is recorded.
offers-resume = Resume today
offers-resumed = The plan goes on.
offers-pause-days = Days of pause a year
offers-pause-days-hint = That members may take by themselves. 0: only the managing director.
offers-pause-due = Part due while paused, in %
offers-pause-due-hint = Of the price, the hours and the units. 0: nothing is due.

## Refusals of plans
offers-refused-number = A whole number from 0 to { $maximum }.
offers-refused-hours = Hours from 0 to { $maximum }, such as 2, 1.5 or 1:30.
offers-refused-percent = A percentage from 0 to 100.
offers-refused-label = { $maximum } characters at most, on one line.
offers-refused-setup = The fee needs a name and an amount of one million at most.
offers-refused-conditions = These conditions do not fit together.
offers-refused-committed = The commitment runs until { $until } included: until then, only a plan that costs at least as much is possible.
offers-refused-followed-already = The plan { $plan } follows already on { $from }: give that change up first.
offers-refused-begun-already = This change has begun: change plan again.
offers-refused-pause-reversed = The last day comes before the first.
offers-refused-pause-past = A pause begins today or later.
offers-refused-pause-not-held = The plan does not run on all these days.
offers-refused-paused-already = The plan is paused from { $from } already.
offers-refused-pause-too-long = { $maximum } days of pause a year at most.
offers-refused-pause-not-by-members = Ask the team for a pause.
offers-refused-pause-over = This pause is over.
offers-refused-pause-reason = 500 characters at most.

## Log
activity-contract-switch-taken-back = Change to the plan { $before } taken back: the plan { $plan } goes on
activity-contract-paused = Plan { $plan } paused from { $day } to { $until }
activity-contract-resumed = Plan { $plan } resumed on { $day }
activity-plan-conditions-set = Conditions of the plan { $name } changed
activity-offers-set = Rules of changes and pauses changed

## Agreements
offers-agreement = Agreement
offers-agreements = Agreements
offers-agreements-mine = Agreements of my organisation
offers-agreements-none-title = No agreement
offers-agreements-none-text = A town hall or an association may have free or reduced hours each month, quarter or year.
offers-agreement-new = New agreement
offers-agreement-change = Change the agreement
offers-agreement-with = With
offers-agreement-quota = Hours
offers-agreement-left = Left of the period
offers-agreement-not-valid = Not valid
offers-agreement-hours = Hours each period
offers-agreement-hours-hint = Such as 40 or 12:30. A period begun gives its days.
offers-agreement-span = Period
offers-span-month = month
offers-span-quarter = quarter
offers-span-year = year
offers-quota = { $hours } a { $span }
offers-hours-left = { $hours } left
offers-agreement-kind = Space
offers-agreement-kinds = Spaces concerned
offers-agreement-due = Part of the price due, in %
offers-agreement-due-hint = 0 or nothing: these hours are free. 50: half price.
offers-agreement-free = Free within the hours
offers-agreement-due-told = { $rate } of the price within the hours
offers-agreement-from = First day
offers-agreement-until = Last day
offers-agreement-note = Note
offers-agreement-note-hint = For the team: decision, contact, what is given in return.
offers-agreement-used-in = Hours used in { $year }
offers-agreement-used-of = { $used } of { $quota }
offers-agreement-unused = Nothing was booked that year.
offers-agreement-hours-head = Hours
offers-agreement-file = agreement-{ $year }.csv
offers-agreement-kept = The agreement is recorded.
offers-refused-agreement-hours = From one minute to { $maximum } hours, such as 40 or 12:30.
offers-refused-agreement-due = If the whole price is due, there is no agreement.
offers-refused-agreement-no-kind = Choose at least one kind of space.
offers-refused-note = { $maximum } characters at most.
offers-refused-changed = Somebody changed it meanwhile. See how it stands, then try again.
activity-agreement-made = Agreement “{ $name }” recorded ({ $hours } h)
activity-agreement-changed = Agreement “{ $name }” changed ({ $hours } h)
