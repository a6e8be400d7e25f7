# Other places: one pass, several places.
network-title = Other places
network-lead = The places with which your members share their passes, and what each owes the other.
network-none = No agreement yet
network-none-text = With an agreement your members use another place with their pass, and its members come to yours. Each visit is counted on both sides.
network-none-invited = Another place sent you an invitation?
network-invite = Invite a place
network-invite-lead = You propose rates and dates. The other place receives them with the invitation and accepts.
network-accept = Accept an invitation
network-accept-lead = The other place sent you an address and the text of an invitation. By typing them here you accept the rates and dates agreed.
network-accept-act = Accept
network-accept-url-hint = That of the other place’s Tribu, such as https://tribu.example.org
network-invitation = Text of the invitation
network-invitation-hint = Twelve groups of four signs. Case, spaces and dashes do not matter.
network-the-place = The other place
network-name = Name of the place
network-town = Town
network-url = Address of its Tribu
network-url-hint = It begins with https:// and has nothing after the name.
network-both = Agreed by both
network-both-hint = The place visited claims these amounts, net of VAT, from the home place. Two half-days never cost more than a day.
network-half-day = A half-day
network-day = A day
network-from = From
network-until = Until
network-no-end = no end set
network-ours-there = Your members there
network-accepted = Passes that pay
network-accepted-hint = With no pass ticked nobody may go.
network-accepted-none = none: nobody may go
network-cap = Days of a person in a month
network-cap-hint = From 1 to 31. A half-day counts for half.
network-cap-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
network-theirs-here = Their members here
network-theirs-here-hint = Whom to charge for visits, and as which product. You may say so later.
network-organisation = Organisation charged
network-organisation-none = not chosen yet
network-product = Product
network-choose = Choose later
network-terms = What is agreed
network-terms-change = Change our terms
network-terms-keep = Save
network-terms-kept = The terms are saved.
network-invitation-make = Prepare the invitation
network-invitation-made = The invitation is ready
network-invitation-text = Send these two lines to whoever runs { $name }. They serve once, within a week, and are not shown again.
network-invitation-address = Our address
network-invitation-waits = The other place has not accepted yet. The invitation holds until { $day }.
network-invitation-anew = Prepare another invitation
network-invited-before = That invitation was shown before. Prepare another one if it is lost.
network-joined = The agreement is made. Say which passes of your members pay there.
network-standing-invited = Invited
network-standing-lapsed = Invitation lapsed
network-standing-open = Open
network-standing-suspended = Suspended
network-standing-ended = Ended
network-head-place = Place
network-head-standing = Agreement
network-head-claimed = Claimed, { $month }
network-head-owed = Owed, { $month }
network-head-side = Direction
network-head-day = Day
network-head-part = Part
network-head-who = Who
network-head-units = Units
network-head-amount = Amount, net
network-head-state = State
network-head-reference = Reference
network-file = visits
network-net = Amounts net of VAT.
network-month-of = Visits of { $month }
network-claimed = We claim
network-owed = We owe
network-units-moved = Units taken from our passes
network-visits = { $count ->
    [0] no visit
    [one] 1 visit
   *[other] { $count } visits
}
network-side-host = Their members here
network-side-home = Our members there
network-no-visit = No visit this month.
network-state-asked = No answer
network-state-made = Counted
network-state-refused = Refused
network-state-undone = Taken back
network-charged = Charged
network-compare = Compare with the other place
network-compare-text = The two statements are compared line by line. No name travels.
network-agrees = Both places hold the same lines.
network-differs = These lines differ
network-ours = here
network-theirs = there
network-no-such-visit = no visit
network-charge = Charge it
network-charge-text = { $amount }, net of VAT, will go on the account of { $organisation }, for its next invoice.
network-charge-first = To charge this month, first choose the organisation and the product.
network-charge-label = Visits of members of { $name }, { $month }
network-is-charged = The visits of the month are on the account of the organisation.
network-uncharge = Take back what is charged
network-uncharge-text = { $amount } will no longer be owed for this month: what waits for its invoice is withdrawn, what is invoiced already is credited with the next invoice. The month can then be charged anew.
network-uncharge-confirm = Take it back
network-is-uncharged = Nothing of this month is on the account of the organisation any more. It can be charged anew.
network-acts = Stopping visits
network-suspend = Suspend
network-suspend-text = No visit passes, in either direction, until it is resumed.
network-is-suspended = The agreement is suspended.
network-resume = Resume
network-is-resumed = Visits pass again.
network-end = End the agreement
network-end-text = For good. What is claimed and owed stays.
network-end-confirm = The agreement ends for good. Another one will need another invitation.
network-is-ended = The agreement is ended.
network-mine-title = Work elsewhere
network-mine-lead = With your pass you may use these places too. Show a code at their desk: it is good for ten minutes.
network-mine-back = My passes
network-mine-none = No other place yet
network-mine-none-text = When your place has an agreement with another one, you will see it here.
network-mine-passes = Good there: { $passes }.
network-mine-left = { $half ->
    [0] { $days ->
        [0] You have no day left this month.
        [one] You have 1 day left this month.
       *[other] You have { $days } days left this month.
    }
   *[other] { $days ->
        [0] You have half a day left this month.
        [one] You have a day and a half left this month.
       *[other] You have { $days } and a half days left this month.
    }
}
network-mine-until = Until { $day }.
network-mine-visits = My latest visits
network-units = { $count ->
    [0] no unit
    [one] 1 unit
   *[other] { $count } units
}
network-units-left = { $count ->
    [0] no unit left
    [one] 1 unit left
   *[other] { $count } units left
}
network-code = Visiting code
network-code-qr = Visiting code to be scanned at the desk
network-code-hint = Twelve signs, typed or scanned. It is on the visitor’s phone.
network-code-get = Get a code
network-code-anew = Another code
network-code-until = Good until { $time }, once.
network-code-made = Your code is ready: show it at the desk.
network-code-not-now = That agreement is not open today.
network-desk-title = Visitors of other places
network-desk-lead = Somebody comes with the pass of another place: type their code. Their place takes the units and tells the name.
network-desk-none = No open agreement
network-desk-none-text = Whoever runs the place makes agreements with other places in the office.
network-desk-today = Today
network-desk-nobody = Nobody came from another place today.
network-desk-new = Receive somebody
network-part-legend = For how long
network-part = { $part ->
    [morning] the morning
    [afternoon] the afternoon
   *[day] the day
}
network-receive = Receive
network-received = { $name }, of { $place }, may come in. Units left: { $left }.
network-visitor-unknown = Somebody
network-ask-again = Ask again
network-take-back = Take back
network-take-back-of = Take back the visit of { $name }
network-take-back-confirm = The visit is taken back, and the units go back to the pass.
network-taken-back = The visit is taken back; the units are returned.
network-refused-name = Give a name, of 120 signs at most.
network-refused-address = That is not the address of a Tribu: https:// and the name, nothing after it.
network-refused-rates = A half-day may not cost more than a day, nor a day more than 1,000.
network-refused-dates = The agreement ends before it begins.
network-refused-cap = From 1 to 31 days.
network-refused-unknown = One of the choices is not there any more: choose again.
network-refused-invitation = That is not the text of an invitation: twelve groups of four signs.
network-refused-standing = The agreement does not stand like that: reload the page.
network-refused-twice = That invitation was accepted here before.
network-refused-currency = The other place counts in another currency.
network-refused-unreachable = The other place does not answer. Check the address and try again: nothing is done.
network-refused-not-taken = The other place does not take that invitation: it was used, or it is too old. Ask for another one.
network-refused-code = That is no visiting code: twelve signs.
network-refused-no-partner = That code is of no place with which an agreement is open today.
network-refused-too-many = Too many codes were tried: wait a few minutes.
network-refused-settled = That visit is settled already.
network-refused-not-today = A visit is taken back on its day.
network-refused-no-answer = The other place does not answer. The visit is noted without an answer: ask again, nothing is taken twice.
network-refused-not-known = The other place does not know this agreement any more. Tell whoever runs the place.
network-refused-said = { $reason ->
    [closed] The other place keeps the agreement closed today.
    [code] There is no such code, it was used, or it is older than ten minutes. Ask for another one.
    [too_many] Too many codes were tried: wait a few minutes.
    [member] This person is no member of their place any more.
    [already] This person is noted here already for that part of the day.
    [cap] This person came as many days as agreed this month.
    [units] This person’s pass has not units enough.
    [day] The two places are not on the same day: check the clock.
    [undone] That visit was taken back.
   *[later] Take back the later visit of this person first.
}
network-refused-month-open = The month is not over.
network-refused-nothing-due = There is nothing to charge for that month.
network-refused-no-customer = First choose the organisation and the product.
network-refused-not-billed = Billing did not take that amount: check the product.
permission-network-own = Use another place with one’s own pass
permission-network-receive = Receive visitors of other places
permission-network-read = See agreements with other places and what is claimed
permission-network-manage = Make and change agreements with other places
activity-network-invited = invited { $name }
activity-network-joined = the agreement with { $name } was made
activity-network-terms-set = changed the terms with { $name }
activity-network-suspended = suspended the agreement with { $name }
activity-network-resumed = resumed the agreement with { $name }
activity-network-ended = ended the agreement with { $name }
activity-network-visit-made = went to { $name } on { $day }: { $units } units
activity-network-visit-undone = the visit to { $name } on { $day } was taken back: { $units } units returned
activity-network-visitor-received = received somebody of { $name }
activity-network-visitor-undone = took back the visit of somebody of { $name }
activity-network-claimed = charged the visits of { $month } by members of { $name }
activity-network-claim-undone = took back what was charged for the visits of { $month } by members of { $name }
network-holding-visits = Visits to other places
network-holding-visits-purpose = Counting visits paid by a pass of another place, and settling accounts between places
network-holding-codes = Visiting codes
network-holding-codes-purpose = Knowing at the desk of another place who comes with their pass
network-holding-partners = Agreements with other places
network-holding-partners-purpose = Knowing with which places passes are shared
