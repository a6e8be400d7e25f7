# Offers: passes and plans.

## Common words
offers-section = Offers
offers-title = Offers
offers-mine = My passes
offers-of-person = Passes and plan
offers-pass = Pass
offers-passes = Passes
offers-plan = Plan
offers-plans = Plans
offers-person = Person
offers-day = Day
offers-units-head = Units
offers-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
}
offers-units-word = { $count ->
    [one] unit
   *[other] units
}
offers-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
offers-half-days = { $count ->
    [one] { $count } half-day
   *[other] { $count } half-days
}
offers-days-or-half-days = { $days } or { $halves }
offers-price = { $amount } { $basis }
offers-a-month = { $price } a month
offers-no-price = No price
offers-until = Until { $day } included
offers-for-ever = No time limit
offers-since = since { $day }
offers-from-until = from { $from } to { $until }
offers-export = Export
offers-cancel = Cancel
offers-continue = Continue
offers-keep = Save

## What is left
offers-left = Left
offers-nothing-left = Nothing at the moment
offers-left-of = { $left } / { $units }
offers-debt-head = To be settled
offers-debt = { $count ->
    [one] { $count } unit is owed for visits without a pass. The next pass will settle it.
   *[other] { $count } units are owed for visits without a pass. The next pass will settle them.
}
offers-lots = Passes bought
offers-lots-none = No pass yet.
offers-lot-dates = Bought on { $bought }. { $expiry }.
offers-lot-usable = Usable
offers-lot-empty = Used up
offers-lot-lapsed = Expired
offers-movements = Use
offers-movements-none = Nothing was counted yet.
offers-movements-file = passes.csv
offers-movement = Movement
offers-movement-used = Visit
offers-movement-returned = Units returned: visit shortened or undone
offers-movement-settled = Visit settled afterwards
offers-movement-given-back = Units given back: { $reason }
offers-mine-empty-title = No pass
offers-mine-nothing-text = No pass is on sale at the moment. The team can tell you more.
offers-mine-empty-text = A pass is counted at each visit, by the day or by the half-day.

## Buying
offers-buy-first = Buy a pass
offers-buy-another = Buy another pass
offers-buy = Buy
offers-buy-title = Buy a pass
offers-content-head = Content
offers-content = { $units }, which is { $words }
offers-validity = Validity
offers-order = Use
offers-buy-at-once = From your next visit
offers-buy-after = You still have { $units }: those that expire first are used first.
offers-price-head = Price
offers-gross-head = To pay
offers-buy-consequence = { $price } will be added to your next invoice.
offers-buy-consequence-payer = { $price } will be added to the next invoice of { $payer }.
offers-buy-undo = The pass can be used at once. If it was a mistake, the team can undo it with you.
offers-buy-confirm = Buy this pass
offers-bought = Done: your pass is ready.

## Selling, giving back
offers-front-desk = Front desk
offers-back-to-desk = Back to the front desk
offers-sell-title = Sell a pass
offers-sell = Sell
offers-sell-none = No pass is on sale: the offers need one with a price.
offers-sold = Pass sold.
offers-billed-to = On the next invoice of { $payer }.
offers-billed-to-person = On the person’s next invoice.
offers-give-back = Give units back
offers-reason = Reason
offers-reason-hint = The person will read it.
offers-given-back = Units given back.
offers-take-back = Take a pass back
offers-take-back-confirm = Take this pass back? It will not be invoiced, or will be refunded on the next invoice.
offers-taken-back = Pass taken back.

## Plans
offers-contract = Plan
offers-contract-none = No current plan.
offers-contracts = Current plans
offers-contracts-file = plans.csv
offers-contracts-empty-title = Nobody holds a plan yet
offers-contracts-empty-text = A plan is taken from a person’s card, from a day on, at the price of the moment.
offers-contracts-empty-act = Choose a person
offers-not-now = Not at present
offers-subscribe = Take a plan
offers-subscribe-consequence = From { $day }: { $price } a month, invoiced every month until the contract ends.
offers-subscribe-first = The first month, { $amount } ({ $days } of the days).
offers-subscribe-undo = The price is frozen for this contract. It ends on the day you will choose.
offers-subscribe-confirm = Start this plan
offers-subscribed = The plan is recorded.
offers-plans-empty-title = No plan to offer
offers-plans-empty-text = First create a plan with a monthly price.
offers-from = From
offers-from-hint = A month begun is invoiced for its days.
offers-until-head = Until
offers-last-day = Last day
offers-last-day-hint = This day is included. The day before the first one undoes the contract altogether.
offers-switch = Change plan
offers-switch-from-hint = First day of the new plan. The old one ends on the eve.
offers-switch-months = What is left to invoice, month by month, once the plan is changed:
offers-switch-credit = Invoiced already, taken back on the next invoice
offers-switch-part = { $plan }, { $days } of the days
offers-switch-sum = Left to invoice
offers-switch-consequence = From { $day }: { $price } a month.
offers-switch-undo = Each plan is paid for its days. A negative total is deducted from the next invoice. The plan can be changed again on another day.
offers-switch-confirm = Change the plan
offers-switched = The plan is changed.
offers-switch-empty-title = No other plan
offers-switch-empty-text = Offer another plan, so that one can change to it.
offers-end = End
offers-end-consequence = The plan { $plan } of { $name } will end. The month is invoiced until the last day; what was invoiced beyond it is taken back on the next invoice.
offers-end-undo = A contract that was ended is not prolonged: another one has to be started.
offers-end-confirm = End the plan
offers-ended = The plan will end on that day.
offers-monthly-price = Monthly price

## Catalogue
offers-passes-none = No pass. The reference pass: 30 units, a day 3, a half-day 2.
offers-plans-none = No monthly plan. A plan gives a place each month to who comes often: make the first with “New plan”.
offers-pass-new = New pass
offers-plan-new = New plan
offers-costs = day { $day }, half-day { $half }
offers-months = { $count ->
    [one] valid { $count } month
   *[other] valid { $count } months
}
offers-withdrawn = No longer sold
offers-name = Name
offers-name-hint = The one that members read, and the invoice too.
offers-day-units = A day
offers-half-day-units = A half-day
offers-numbers-hint = In units. Two half-days of one day never cost more than a day.
offers-validity-months = Validity in months
offers-validity-hint = Leave empty for a pass without a time limit.
offers-active = On sale
offers-audience = Its holders count among
offers-audience-hint = Their hours, notice periods and booking prices depend on it.
offers-beside-head = With another plan
offers-beside = Comes beside another plan
offers-beside-hint = A locker, a registered office: it gives no desk. Without this box, a person has one plan at a time.
offers-amount = Amount
offers-basis = Price stated
offers-vat = VAT
offers-prices = Prices
offers-price-from = From { $day }
offers-price-set = Set this price
offers-price-hint = What was agreed before keeps its price.
offers-pass-sold-keep = Passes already sold keep their units, their costs and their validity.
offers-plan-held-keep = Current contracts keep their price.
offers-pass-created = The pass is on sale.
offers-plan-created = The plan is on offer.
offers-kept = Saved.
offers-priced = The price is set.

## Refusals
offers-refused-half-day-free = A half-day costs at least one unit.
offers-refused-half-day-dearer = A half-day may not cost more than a day.
offers-refused-day-too-dear = A day costs at most { $maximum } units.
offers-refused-units-out-of-bounds = A pass holds from { $minimum } to { $maximum } units.
offers-refused-validity-out-of-bounds = The validity is from 1 to { $maximum } months.
offers-refused-name-taken = This name is taken.
offers-refused-price = This price is refused: it is negative, too large, or its month was invoiced already.
offers-refused-product = Billing does not accept this name.
offers-elsewhere = Work elsewhere
offers-refused-no-units-elsewhere = The passes that are accepted there have not units enough.
offers-refused-nothing-offered = The place offers no pass: nothing says what a day costs.
offers-refused-pass-not-offered = This pass is no longer on sale.
offers-refused-plan-not-offered = This plan is no longer on offer.
offers-refused-no-price = This offer has no price on that day.
offers-refused-price-changed = The price changed in the meantime. Look at the new price, then try again.
offers-refused-price-too-high = This price is above the maximum of one million.
offers-refused-no-vat-rate = No VAT rate is known on { $day }.
offers-refused-charge = Billing does not accept this line.
offers-refused-not-taken = From 1 to { $taken } units of this visit can be given back.
offers-refused-used = This pass was used: it can no longer be taken back.
offers-refused-reason = Give a reason, on one line, in 300 characters at most.
offers-refused-plan-held-already = The plan { $plan } runs on these days already: end it first.
offers-refused-start-out-of-reach = A plan starts within a year of today.
offers-refused-ended-already = This contract ends on that day or before already.
offers-refused-same-plan = This is the plan of this contract already.
offers-refused-not-alike = A plan that gives a desk does not replace one that comes beside it, nor the other way round.
offers-refused-ends-before-start = This contract starts later: it cannot end before.
offers-refused-lot-units = The units left lie between 0 and the units bought, { $maximum } at most.
offers-refused-lot-expiry = This pass would expire before it was bought.

## Verification
offers-verify-lots = Units left in each pass equal to its ledger, never negative
offers-verify-returns = Units returned at most equal to those taken
offers-verify-debts = Visits owed and what settled them
offers-verify-days = Days used are paid or owed, days undone are returned
offers-verify-contracts = One plan at a time for each person
offers-verify-charges = Months of plans charged for their days

## Permissions and log
permission-offers-own = See one’s passes and buy one
permission-offers-sell = Sell passes and count visits
permission-offers-manage = Decide on offers and plans
permission-offers-read = See everybody’s passes and plans
activity-pass-sold = { $offer } sold ({ $units } units)
activity-pass-imported = { $offer } imported ({ $units } units left)
activity-pass-granted = was granted { $units } units of “{ $offer }”: { $reason }
activity-pass-taken-back = { $offer } taken back ({ $units } units)
activity-pass-given-back = { $units ->
    [one] { $units } unit given back on { $offer }: { $reason }
   *[other] { $units } units given back on { $offer }: { $reason }
}
activity-contract-started = Plan { $plan } from { $day }
activity-contract-not-charged = Plan { $plan } not charged: billing does not accept this line ({ $month })
activity-contract-imported = Plan { $plan } imported, from { $day }
activity-contract-switched = Plan { $before } replaced by { $plan } from { $day }
activity-contract-ended = Plan { $plan } ended on { $day }
activity-pass-offer-created = Pass { $name } put on sale
activity-pass-offer-changed = Pass { $name } changed
activity-pass-offer-priced = Price of the pass { $name } set from { $day }
activity-plan-created = Plan { $name } put on offer
activity-plan-changed = Plan { $name } changed
activity-plan-priced = Price of the plan { $name } set from { $day }

# What is held about people.
offers-holding-plans = Plans, passes and what was used of them
offers-holding-plans-purpose = To know what was bought and what is left
offers-holding-plans-law = Ten years, as vouchers of invoices (French Commercial Code, art. L123-22)
offers-matter-plans = { $count ->
    [one] { $count } plan running or to come
   *[other] { $count } plans running or to come
}
offers-matter-units = { $count ->
    [one] { $count } unit left on a pass
   *[other] { $count } units left on passes
}
offers-matter-debt = { $count ->
    [one] { $count } unit owed for visits
   *[other] { $count } units owed for visits
}
activity-contract-kept-on = { $plan } goes on as before
