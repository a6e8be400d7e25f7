# Shared passes, reminders, reduced tariffs.

## Shared passes and reminders
offers-shared = Shared by the team
offers-shared-hint = When an organisation pays, all its people draw on this pass.
offers-shared-lot = Shared by the team
offers-lot-history = Who used it
offers-lot-history-none = Nobody used it yet.
offers-remind-days = Reminder before a pass expires, in days
offers-remind-days-hint = By mail, once for each pass; also when it is nearly empty. 0: never before it expires.
offers-mail-greeting = Hello { $name },
offers-mail-pass-expiring-subject = Your pass “{ $what }” expires soon
offers-mail-pass-expiring-title = A pass expires soon
offers-mail-pass-expiring-text = { $count ->
    [one] { $count } unit is left on your pass “{ $what }”. Its last day is { $day }.
   *[other] { $count } units are left on your pass “{ $what }”. Its last day is { $day }.
}
offers-mail-pass-expiring-after = After that day, what is left can no longer be used.
offers-mail-pass-expiring-button = See my passes
offers-mail-pass-low-subject = Your pass “{ $what }” is nearly empty
offers-mail-pass-low-title = A pass is nearly empty
offers-mail-pass-low-text = { $count ->
    [0] Your pass “{ $what }” is used up.
    [one] { $count } unit is left.
   *[other] { $count } units are left.
}
offers-mail-pass-low-after = Without a pass you are still welcome: the visit is noted, and the next pass settles it.
offers-mail-pass-low-button = Buy a pass
activity-pass-offer-sharing-set = Sharing of the pass { $name } changed

## Reduced tariffs
offers-tariff = Reduced tariff
offers-tariffs = Reduced tariffs
offers-tariffs-none = No reduced tariff: create one, with what shows the right to it.
offers-tariff-new = New reduced tariff
offers-tariff-months = Granted for, in months
offers-tariff-months-hint = Proposed when it is granted; the day remains free.
offers-tariff-proof = What gives the right to it
offers-tariff-proof-hint = For example: tax notice, student card, certificate. Ask for as little as possible.
offers-tariff-on = It is off
offers-tariff-bookings = Bookings
offers-tariff-plans-hint = This choice stays once the tariff is made.
offers-tariff-active = Can be asked for
offers-reductions = Reduced tariffs
offers-reductions-mine = Reduced tariff
offers-reductions-asked = Requests
offers-reductions-asked-none = Nobody asked for a reduced tariff.
offers-reductions-none-title = No reduced tariff
offers-reductions-none-text = The place offers none at the moment.
offers-reduction-ask = Ask for a reduced tariff
offers-reduction-whom = For whom
offers-reduction-for-me = For me
offers-reduction-for-organisation = For all the people it pays for
offers-reduction-words = Your situation
offers-reduction-when = When
offers-reduction-their-words = Their situation
offers-reduction-words-hint = A few words will do. Only the managing director reads them.
offers-reduction-file = Proof
offers-reduction-file-hint = PDF, JPEG or PNG, 5 MB at most. Erased thirty days after the answer.
offers-reduction-send = Send the request
offers-reduction-sent = The request is sent. The answer will come by mail.
offers-reduction-take-back = Withdraw
offers-reduction-taken-back = The request is withdrawn, the proof erased.
offers-reduction-state = Request
offers-reduction-asked = Waiting
offers-reduction-granted = Granted
offers-reduction-refused = Refused
offers-reduction-withdrawn = Withdrawn
offers-reduction-asked-on = Asked on { $when }
offers-reduction-answer = Answer
offers-reduction-proof = Download the proof
offers-reduction-proof-kept = It is erased thirty days after the answer.
offers-reduction-grant = Grant
offers-reduction-refuse = Refuse
offers-reduction-end = End it
offers-reduction-granted-told = Granted: the mail goes out, prices follow.
offers-reduction-refused-told = Refused: the mail goes out with the reason.
offers-mail-reduction-granted-subject = Granted: { $what }
offers-mail-reduction-granted-title = Reduced tariff granted
offers-mail-reduction-granted-text = You have “{ $what }” from { $day } to { $until } included.
offers-mail-reduction-granted-after = The reduction shows on your invoices, line by line.
offers-mail-reduction-granted-button = See my request
offers-mail-reduction-refused-subject = Your request “{ $what }”
offers-mail-reduction-refused-title = Reduced tariff refused
offers-mail-reduction-refused-text = Your request “{ $what }” could not be accepted.
offers-mail-reduction-refused-after = If your situation changes, you can ask again.
offers-mail-reduction-refused-button = See my request
offers-refused-no-proof = Say a few words or join a proof.
offers-refused-proof-kind = This file is no PDF, JPEG or PNG.
offers-refused-proof-size = { $megabytes } MB at most.
offers-refused-tariff-not-offered = This tariff can no longer be asked for.
offers-refused-reduction-asked = This request waits for its answer already.
offers-refused-no-organisation = No organisation pays for you.
offers-refused-reduction-answered = This request was answered already.
offers-refused-reduction-days = The last day comes after the first, five years later at most.
offers-refused-no-reason = Say why: the person will read it.
offers-refused-tariff-rate = From 0.01 to 100 %, for 1 to 60 months.
activity-reduced-tariff-kept = Reduced tariff { $name } recorded
activity-reduction-asked = { $name } asked for
activity-reduction-withdrawn = { $name }: request withdrawn
activity-reduction-granted = { $name } granted
activity-reduction-refused = { $name } refused
activity-reduction-ended = { $name }: ends earlier

## Coupons
offers-coupon = Coupon
offers-coupons = Coupons
offers-coupons-none-title = No coupon
offers-coupons-none-text = A coupon takes something off a pass, for a time and so many times.
offers-coupon-new = New coupon
offers-coupon-code = Code
offers-coupon-code-hint = Three letters, digits or hyphens at least. Accents and capitals do not count.
offers-coupon-cut = Off
offers-coupon-cut-hint = A part of the price, or an amount: one of them.
offers-coupon-for = Good for
offers-coupon-every-pass = Every pass
offers-coupon-most = Uses in all
offers-coupon-most-hint = Nothing: without limit.
offers-coupon-each = By one person
offers-coupon-uses = Used
offers-coupon-active = Can be used
offers-coupon-off = Withdrawn
offers-coupon-have = I have a coupon
offers-coupon-apply = Apply
offers-refused-coupon-unknown = There is no such code, or not today.
offers-refused-coupon-offer = This code is for another pass.
offers-refused-coupon-used-up = This code was used as often as it may be.
offers-refused-coupon-used-by-you = You have used this code already.
offers-refused-coupon-code = From 3 to 40 letters, digits or hyphens.
offers-refused-coupon-cut = Give a part from 0.01 to 100 %, or an amount, but not both.
offers-refused-coupon-limit = At least one use.
activity-coupon-kept = Coupon { $name } recorded
