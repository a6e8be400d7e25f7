# Mails to customers.
hires-mail-greeting = Hello { $reader },
hires-mail-guarantee = A deposit of guarantee of { $amount } is to be handed over before the event; it is not invoiced.
hires-mail-proof-subject = Confirm your request: { $when }
hires-mail-proof-text = You asked to have { $place } to yourselves ({ $when }, { $people } people). Follow the link to send us the request.
    If it was not you, do nothing: it will be forgotten by itself.
hires-mail-proof-button = Send the request
hires-mail-received-subject = We have your request: { $when }
hires-mail-received-text = We have received your request for exclusive hire ({ $occasion }, { $when }, { $people } people).
    We look at the spaces and answer with a quote, usually within two working days.
hires-mail-received-button = See
hires-mail-refused-subject = Your request: { $when }
hires-mail-refused-text = Unfortunately we cannot receive you ({ $when }, { $people } people).
hires-mail-refused-button = See
hires-mail-quote-subject = Your quote { $number }: { $subject }
hires-mail-quote-text = Here is our quote { $number }: { $total } incl. VAT. It is attached to this mail; online, you choose the options, ask a question, accept or decline.
    It is valid until { $until } inclusive, and the spaces are held for you until then.
    { $guarantee }
hires-mail-quote-button = Read and answer
hires-mail-reminder-subject = A few days left for your quote { $number }
hires-mail-reminder-text = Your quote { $number } ({ $subject }) is valid until { $until } inclusive. After that, the spaces are given back.
    If something does not suit you, tell us: we can make another one.
hires-mail-reminder-button = Read and answer
hires-mail-accepted-subject = It is booked: { $subject }
hires-mail-accepted-text = Thank you! { $by } accepted quote { $number }: { $total } incl. VAT. The spaces are booked; the accepted quote is attached.
    The invoice follows in the month of the event. { $guarantee }
hires-mail-accepted-button = Read the quote again
hires-mail-reply-subject = Your request: { $when }
hires-mail-reply-text = { $place } writes to you about your request ({ $when }):
hires-mail-reply-button = See
hires-mail-withdrawn-subject = Quote { $number } is withdrawn
hires-mail-withdrawn-text = We have withdrawn quote { $number } ({ $subject }): it can no longer be accepted. If another is to replace it, it comes by mail.
hires-mail-withdrawn-button = See
hires-mail-expired-subject = Quote { $number } is no longer valid
hires-mail-expired-text = Quote { $number } ({ $subject }) was valid until { $until }. The spaces are given back.
    If the plan still stands, ask us for another quote.
hires-mail-expired-button = Make another request
hires-mail-settled-subject = After your hire: { $when }
hires-mail-settled-text = { $outcome ->
    [whole] The rooms are checked and all is in order: your deposit of guarantee of { $deposit } goes back to you whole. Thank you for coming.
    [beyond] The rooms are checked. A damage costs { $cost } ({ $reason }). The deposit of guarantee of { $deposit } covers { $kept } of it; { $owed } will be invoiced.
   *[part] The rooms are checked. A damage costs { $cost } ({ $reason }): { $kept } are kept of the deposit of guarantee of { $deposit }, and { $returned } go back to you.
    }
hires-mail-settled-button = See

# Mails to the place.
hires-mail-arrived-subject = Request for exclusive hire: { $who }, { $when }
hires-mail-arrived-text = { $who } asks to have the place to themselves: { $occasion }, { $when }, { $people } people.
hires-mail-arrived-button = See the request
hires-mail-house-accepted-subject = Quote { $number } accepted: { $who }
hires-mail-house-accepted-text = { $by } accepted quote { $number } ({ $subject }): { $total } incl. VAT. The spaces are booked, the lines wait for their invoice.
hires-mail-house-accepted-button = See the request
hires-mail-house-declined-subject = Quote { $number } declined: { $who }
hires-mail-house-declined-text = { $who } declined quote { $number } ({ $subject }). The spaces are given back.
hires-mail-house-declined-button = See the request
hires-mail-house-question-subject = A question about quote { $number }: { $who }
hires-mail-house-question-text = { $who } asks, about quote { $number } ({ $subject }):
hires-mail-house-question-button = Answer
hires-mail-house-expired-subject = Quote { $number } expired: { $who }
hires-mail-house-expired-text = { $who } did not answer quote { $number } ({ $subject }) before { $until }. The spaces are given back, the customer is told.
hires-mail-house-expired-button = See the request
