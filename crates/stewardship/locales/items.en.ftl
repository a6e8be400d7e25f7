# Keys, badges and lockers.
stewardship-post-and-keys = Post and keys
stewardship-items = Keys and badges
stewardship-items-lead = What is lent, to whom, against which deposit.
stewardship-items-for = For { $name }: choose what you hand over.
stewardship-items-office-lead = What may be lent, and the deposit asked for it.
stewardship-items-file = keys-and-badges
stewardship-items-keep = Keep the list
stewardship-items-see-out = See what is lent
stewardship-items-out = { $count ->
    [0] Nothing is lent
    [one] One thing is lent
   *[other] { $count } things are lent
}
stewardship-items-free = { $count ->
    [0] Nothing at the desk
    [one] One thing at the desk
   *[other] { $count } things at the desk
}
stewardship-items-late = { $count ->
    [one] One return is late.
   *[other] { $count } returns are late.
}
stewardship-items-none-out = No key and no badge is out.
stewardship-items-none = No key, no badge
stewardship-items-none-text = The management first writes down keys, badges and lockers.
stewardship-items-office-none-text = Write down the first key: the desk will be able to lend it.
stewardship-items-retired = No longer in use
stewardship-item-key = Key
stewardship-item-badge = Badge
stewardship-item-locker = Locker
stewardship-item-kind = Kind
stewardship-item-number = Number
stewardship-item-number-hint = What is engraved or stuck on it.
stewardship-item-opens = Opens, or stands
stewardship-item-holder = Lent to
stewardship-item-since = Since
stewardship-item-due = Expected back
stewardship-item-deposit = Deposit
stewardship-item-method = Received by
stewardship-item-new = Write a thing down
stewardship-item-add = Add
stewardship-item-kept = The thing is saved.
stewardship-item-retire = Retire
stewardship-item-retire-of = Retire { $number }
stewardship-item-restore = Use again
stewardship-item-restore-of = Use { $number } again
stewardship-item-free = at the desk
stewardship-item-out = lent
stewardship-item-unused = no longer in use
stewardship-item-late = late
stewardship-item-past = Before
stewardship-item-returned = returned
stewardship-item-damaged = returned damaged
stewardship-item-lost = lost
stewardship-item-outcome = What becomes of it?
stewardship-outcome-returned = Returned in good state
stewardship-outcome-returned-text = The whole deposit goes back.
stewardship-outcome-damaged = Returned damaged
stewardship-outcome-damaged-text = The repair may be invoiced.
stewardship-outcome-lost = Lost
stewardship-outcome-lost-text = It is no longer lent; its replacement may be invoiced.
stewardship-item-cost = Cost for the person, VAT included
stewardship-item-cost-hint = Taken from the deposit; what exceeds it goes on the next invoice.
stewardship-item-cost-of = cost { $amount }
stewardship-item-no-product = The management has not said under which product a loss is invoiced: the whole deposit goes back.
stewardship-item-product = Losses and damage
stewardship-item-product-hint = The product under which a loss or damage is invoiced.
stewardship-item-product-kept = The product is saved.
stewardship-product = Product
stewardship-item-charge = { $kind ->
    [key] Key
    [locker] Locker
   *[badge] Badge
} { $number }, { $outcome ->
    [lost] replacement
   *[damaged] repair
}
stewardship-item-is-handed-over = It is lent.
stewardship-item-taken-back = Noted. To give back to the person: { $back }.
stewardship-take-back = Take back
stewardship-take-back-of = Take { $what } back
stewardship-due-day = expected back on { $day }
stewardship-deposit-of = deposit { $amount }
stewardship-deposit-held = Deposit received: { $amount }
stewardship-no-deposit = No deposit
stewardship-to-whom = To whom?
stewardship-to-whom-hint = Three letters of the name.
stewardship-somebody-else = Somebody else
stewardship-person-card = Their card
stewardship-hand-something-over = Lend something
stewardship-person-holds = { $count ->
    [0] Nothing in hand
    [one] One thing in hand
   *[other] { $count } things in hand
}
stewardship-person-holds-none = No key, no badge.
stewardship-refused-item-number = Another thing of this kind has this number.
stewardship-refused-item-held = Somebody has it already.
stewardship-refused-item-retired = It is no longer in use.
stewardship-refused-item-holder = This person is not known here.
stewardship-refused-item-amount = An amount between 0 and 1,000.
stewardship-refused-item-method = Say how the deposit is received.
stewardship-refused-item-due = It is expected back before today.
stewardship-refused-item-ended = It was taken back already.
stewardship-refused-item-nothing = What comes back in good state costs nothing.
stewardship-refused-item-product = The management must first say under which product a loss is invoiced.
stewardship-refused-item-charge = This cost cannot be invoiced.
stewardship-refused-item-payment = The part kept cannot be recorded as a payment.
activity-item-created = wrote the thing down
activity-item-changed = changed the thing
activity-item-retired = took it out of use
activity-item-restored = took it into use again
activity-item-handed-over = lent { $kind ->
    [key] key
    [locker] locker
   *[badge] badge
} { $number } to { $name }
activity-item-returned = took back { $kind ->
    [key] key
    [locker] locker
   *[badge] badge
} { $number } from { $name }
activity-item-damaged = took back, damaged: { $kind ->
    [key] key
    [locker] locker
   *[badge] badge
} { $number } from { $name }
activity-item-lost = noted as lost: { $kind ->
    [key] key
    [locker] locker
   *[badge] badge
} { $number } of { $name }
activity-items-product-set = invoices losses under “{ $product }”
stewardship-consumption = Consumption
stewardship-consumption-lead = Printing, coffee, a meal: what is taken at the counter goes on the next invoice.
stewardship-consumption-what = What
stewardship-consumption-quantity = How many
stewardship-consumption-add = Add to the account
stewardship-consumption-added = It is on the account.
stewardship-consumption-removed = It is off the account.
stewardship-consumption-open = Taken since the last invoice
stewardship-consumption-none = Nothing since the last invoice.
stewardship-consumption-remove = Take off
stewardship-consumption-remove-of = Take off { $what }
stewardship-consumption-nothing = Nothing is sold by the piece
stewardship-consumption-nothing-text = In the prices, give a price by the piece to a product of the family “other”.
stewardship-refused-consumption-not-sold = This is not sold to this person today.
stewardship-refused-consumption-quantity = Give a number between 1 and 10,000.
stewardship-refused-consumption-invoiced = It is invoiced already: only a credit note takes it back.
stewardship-refused-consumption-not-billed = Billing does not take this line.
activity-consumption-added = { $name } took { $count } × { $what }
activity-consumption-removed = Taken off the account of { $name }: { $what }
