# Navigation, rights, jobs
billing-nav-section = Billing
billing-nav-months = Months to bill
billing-nav-invoices = Invoices
billing-nav-customers = Customer accounts
billing-nav-products = Prices
billing-nav-seller = Legal details
permission-billing-read = See prices, invoices and payments
permission-billing-write = Change prices, issue invoices, record payments
permission-billing-own = See one’s own invoices
job-billing-issue = Issuing the month’s invoices

# Common words
billing-save = Save
billing-export = Export as CSV
billing-filter = Filter
billing-filter-forget = Show everything
billing-standing = State
billing-amount = Amount
billing-total = Total to issue
billing-acts = Actions
billing-day = Date
billing-day-first = 1 { $month } { $year }
billing-date = { $day } { $month } { $year }
billing-from = From
billing-everybody = everybody
billing-basis = Prices are held
billing-basis-hint = Without VAT: it is added to the total. With VAT: the total paid is kept to the cent.
billing-basis-net = excl. VAT
billing-basis-gross = incl. VAT
billing-unit = Unit
billing-unit-hour = hour
billing-unit-half-day = half-day
billing-unit-day = day
billing-unit-month = month
billing-unit-piece = piece
billing-quantity = Quantity
billing-quantity-hour = { $quantity } { $form ->
    [one] hour
   *[other] hours
}
billing-quantity-half-day = { $quantity } { $form ->
    [one] half-day
   *[other] half-days
}
billing-quantity-day = { $quantity } { $form ->
    [one] day
   *[other] days
}
billing-quantity-month = { $quantity } mo.
billing-quantity-piece = { $quantity }
billing-refused-quantity-unreadable = This quantity cannot be read. Write 1.5, for example.
billing-refused-quantity-out-of-bounds = A quantity is neither nothing nor over a million.
billing-refused-text = A text is empty, too long, or holds a character that cannot be printed.
billing-refused-amount = This amount is nothing, negative or too large.

# Catalogue
billing-products-title = Prices
billing-products-lead = What the place sells, and today’s prices. A new price holds from its date; what is agreed already keeps its own.
billing-products-empty-title = Nothing is on sale yet
billing-products-empty-text = Create a product for each thing that you bill: a room, a plan, a pass.
billing-product = Product
billing-product-new = New product
billing-product-create = Create the product
billing-product-created = The product is created. Now give it a price.
billing-product-change = Change the product
billing-product-changed = The product is changed.
billing-product-name = Name on invoices
billing-product-name-hint = For example: Meeting room, by the hour.
billing-product-code = Code
billing-product-code-hint = Short and unique, to find your way: ROOM-1.
billing-product-active = On sale
billing-product-inactive = no longer sold
billing-account-code = Ledger account
billing-account-code-hint = For example 706000.
billing-family = Family
billing-family-room = Rooms
billing-family-plan = Plans
billing-family-pass = Passes
billing-family-desk = Desks
billing-family-other = Others
billing-prices = Prices
billing-prices-none = No price: this product cannot be sold yet.
billing-prices-today = Today’s prices
billing-prices-dated = Every price, date by date
billing-audience = Audience
billing-price-new = Set a price
billing-price-save = Set this price
billing-price-set = The price is set.
billing-price-from-hint = What is booked or subscribed before that date keeps its price.
billing-price-to-come = to come
billing-price-in-force = in force
billing-price-past = past
billing-refused-code-taken = Another product has this code.
billing-refused-negative-price = A price is between nothing and a million.
billing-refused-rate-too-high = A VAT rate is between 0 and 100%.
billing-refused-exemption = A rate of 0% must say why, and no other may.
billing-refused-month-closed = This month is closed: choose a date in an open one.
billing-refused-unknown-product = There is no such product.

# VAT
billing-vat = VAT
billing-vat-title = VAT rates
billing-vat-lead = A rate holds from its date. A booking keeps the rate of the day it was made.
billing-vat-category = Category
billing-vat-rate = Rate
billing-vat-new = Set a rate
billing-vat-set = The rate is set.
billing-vat-from-hint = In a month that is not billed yet.
billing-vat-standard = normal rate
billing-vat-intermediate = intermediate rate
billing-vat-reduced = reduced rate
billing-vat-exempt = no VAT
billing-vat-of = VAT { $rate }
billing-exemption = Reason of the exemption
billing-exemption-hint = Only for a rate of 0%. This text is printed on the invoice.
billing-exemption-none = none
billing-exemption-small-business = VAT not applicable, art. 293 B of the French tax code.
billing-exemption-training = VAT exempt, art. 261-4-4° a of the French tax code (vocational training).
billing-exemption-non-profit = VAT exempt, art. 261-7-1° of the French tax code (non-profit body).
billing-exemption-bare-letting = VAT exempt, art. 261 D of the French tax code (bare letting).
billing-exemption-reverse-charge = Reverse charge: VAT is due by the customer, art. 283-2 of the French tax code.
billing-exemption-out-of-scope = Indemnity outside the scope of VAT (BOI-TVA-BASE-10-10-50).

# Seller
billing-seller-title = Legal details of the place
billing-seller-lead = What the law wants on every invoice. An issued invoice keeps the details of the day it was issued.
billing-seller-identity = Identity
billing-seller-legal-name = Registered name
billing-seller-legal-form = Legal form
billing-seller-legal-form-hint = For example: SCIC SARL à capital variable.
billing-seller-capital = Share capital
billing-seller-siren = SIREN
billing-seller-rcs = Town of the RCS
billing-seller-rcs-hint = The town of the court where the company is registered.
billing-seller-vat-number = VAT number
billing-seller-vat-number-hint = Leave empty if the place charges no VAT.
billing-seller-vat-on-debits = VAT due on invoices (option for debits)
billing-seller-contact = Address and contact
billing-seller-street = Number and street
billing-seller-postal-code = Postal code
billing-seller-city = Town
billing-seller-country = Country
billing-seller-email = E-mail
billing-seller-phone = Telephone
billing-seller-terms = Payment
billing-seller-iban = IBAN
billing-seller-bic = BIC
billing-seller-payment-days = Days to pay
billing-seller-payment-days-hint = Sixty at most from the day of issue.
billing-seller-penalty-rate = Late-payment penalties, yearly rate (%)
billing-seller-penalty-rate-hint = At least three times the legal interest rate. For professionals only.
billing-seller-indemnity = Collection indemnity
billing-seller-indemnity-hint = Set by decree: €40. For professionals only.
billing-seller-discount = Discount terms
billing-seller-discount-hint = Empty: the invoice says that there is no discount.
billing-seller-footer = Last line
billing-seller-footer-hint = A sentence of your own at the foot of invoices.
billing-seller-from-hint = Invoices issued from that day on bear these details.
billing-seller-saved = The details are saved.
billing-refused-payment-days = The law allows no more than sixty days.
billing-refused-vat-number-mismatch = This VAT number is not that of this SIREN.

# What waits for an invoice
billing-open-charges = Waiting
billing-open-amount = To bill
billing-refused-already-charged = This is charged already, otherwise.
billing-refused-already-cancelled = This was cancelled already.
billing-line-corrects = Takes back a line of invoice { $number }

# Months
billing-months-title = Months to bill
billing-months-lead = Prepare a month, review each invoice, then issue them all at once.
billing-month-title = Billing of the month
billing-month-name = Month
billing-month-closed = closed
billing-month-to-come = to come
billing-month-current = current
billing-month-to-bill = to bill
billing-run-draft = in review
billing-run-issuing = being issued
billing-run-done = issued
billing-issued-amount = Invoiced
billing-prepare-lead = Preparing the month adds what is due for it, such as plans, then opens the review. Nothing is issued yet, and doing it again adds nothing twice.
billing-prepare = Prepare the billing
billing-prepared = The month is ready to be reviewed.
billing-drafts = Drafts
billing-drafts-empty-title = Nothing to bill
billing-drafts-empty-text = The bookings, plans and passes of this month will appear here.
billing-to-issue = To issue
billing-go-issue = Go to issuing
billing-uncharged = { $count ->
    [one] One contract could not be charged
   *[other] { $count } contracts could not be charged
}
billing-uncharged-lead = They are in none of the drafts below. See to the reason: what can be charged then is charged when the month is prepared or issued.
billing-uncharged-line = { $what }, { $month }: { $why }
billing-earlier-charges = { $count ->
    [one] One line is of an earlier month that was not billed: it goes out with this one.
   *[other] { $count } lines are of an earlier month that was not billed: they go out with this one. To bill them apart, issue that month first.
}
billing-lines-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
billing-line = Description
billing-unit-price = Unit price
billing-net-total = Total excl. VAT
billing-gross-total = Total incl. VAT
billing-see-customer = See the account
billing-exclude = Leave out
billing-excluded = This invoice is left out; its lines go on waiting.
billing-include = Take back in
billing-included = This invoice will be issued.
billing-issue = Issue the invoices
billing-issue-consequence = { $count ->
    [one] { $count } invoice of { $total } incl. VAT will be issued, with the number { $first }.
   *[other] { $count } invoices will be issued, for { $total } incl. VAT, with the numbers { $first } to { $last }.
}
billing-issue-irreversible = An issued invoice never changes: a mistake is corrected on the next invoice or by a credit note.
billing-issue-mails = { $count ->
    [0] Nobody will receive an e-mail: addresses are missing.
    [one] { $count } customer will receive the invoice by e-mail.
   *[other] { $count } customers will receive their invoice by e-mail.
}
billing-issue-begun = Issuing has begun.
billing-issuing-now = The invoices of this month are being issued.
billing-follow = Follow the issue
billing-resume = Resume the issue
billing-last-run = Last issue
billing-invoices = Invoices
billing-see-invoices = See the invoices
billing-left-out = Left out
billing-skip-excluded = Left out at review.
billing-skip-negative = The total is negative: it waits for more lines.
billing-skip-changed = It changed after the review: review it again.
billing-skip-gone = Nothing was left to invoice.
billing-skip-failed = A fault of the program prevented it; nothing is lost, issue again.
billing-warning-siren = SIREN missing
billing-warning-address = incomplete address
billing-warning-email = no e-mail
billing-changed-lead = This has changed since your review. Nothing was issued: review, then issue again.
billing-change-seller = The legal details of the place.
billing-change-new = New invoice: { $name }.
billing-change-altered = Changed invoice: { $name }.
billing-change-gone = An invoice is no longer called for.
billing-refused-seller-missing = The legal details of the place are not filled in: no invoice can be issued.
billing-refused-month-too-old = Nothing was to be billed here before this month or in it.
billing-refused-month-to-come = This month has not begun.
billing-refused-already-issuing = Invoices of this month are being issued already.
billing-refused-not-prepared = This month was not prepared.
billing-refused-nothing-to-issue = There is no invoice to issue.
billing-refused-changed = { $count ->
    [one] One thing has changed since your review.
   *[other] { $count } things have changed since your review.
}
billing-refused-unknown-draft = This invoice is no longer called for.

# Invoices
billing-invoices-title = Invoices
billing-invoices-file = invoices.csv
billing-invoices-none-title = No invoice found
billing-invoices-none-text = Try another name, number or state.
billing-invoices-empty-title = No invoice issued
billing-invoices-empty-text = Invoices appear here as soon as a month is issued.
billing-invoice-title = Invoice { $number }
billing-search-invoice = Number or customer
billing-number = Number
billing-customer = Customer
billing-issued-on = Issued on
billing-due-on = Due on
billing-paid = Paid
billing-remaining = Left to pay
billing-download = Download the PDF
billing-mentions = Legal mentions
billing-standing-due = to pay
billing-standing-partly-paid = partly paid
billing-standing-overdue = overdue
billing-standing-paid = paid
billing-filter-all = all
billing-filter-open = to pay
billing-filter-overdue = overdue
billing-filter-paid = paid
billing-my-invoices-title = My invoices
billing-my-invoices-empty-title = No invoice in your name
billing-my-invoices-empty-text = Your invoices will appear here. If a company pays for you, it receives them.
billing-my-balance = I owe
billing-my-credit = My credit

# Customer accounts
billing-customers-title = Customer accounts
billing-customers-file = customer-accounts.csv
billing-customers-none-title = No account found
billing-customers-none-text = Try another name or state.
billing-customers-empty-title = No customer account
billing-customers-empty-text = An account opens with the first thing that is billed.
billing-search-customer = Name of the customer
billing-filter-all-customers = all
billing-filter-owing = who owe
billing-filter-credit = in credit
billing-customer-kind = Kind
billing-customer-person = person
billing-customer-organisation = organisation
billing-balance = Balance due
billing-overdue = Overdue
billing-credit = Credit
billing-credit-of = { $amount } of credit
billing-account = Account
billing-account-empty = No invoice and no payment yet.
billing-address = Billing address
billing-movement = Movement
billing-payment = Payment
billing-payments = Payments
billing-payments-none = No payment received.
billing-reversal = Payment taken back
billing-reversed = taken back
billing-reverse = Take back
billing-reverse-consequence = This payment of { $amount } will be taken back by an opposite entry, and the invoices it paid will be due again.
billing-record-payment = Record a payment
billing-record = Record the payment
billing-received-on = Received on
billing-method = Means of payment
billing-method-transfer = bank transfer
billing-method-card = card
billing-method-cheque = cheque
billing-method-cash = cash
billing-method-direct-debit = direct debit
billing-method-other = other
billing-reference = Reference
billing-reference-hint = What the statement says, the number of the cheque…
billing-pays = Invoices paid
billing-pays-hint = What is over stays as credit on the account.
billing-oldest-first = the oldest first
billing-use-credit = Use the credit
billing-credit-used = The credit is used.
billing-payment-recorded = The payment is recorded.
billing-payment-reversed = The payment is taken back.
billing-refused-day-to-come = This date is to come.
billing-refused-day-too-old = This date is over two years ago: check the year.
billing-refused-too-much-cash = The law does not allow paying more than { $ceiling } in cash (art. D112-3 of the French monetary code).
billing-refused-invoice-of-another = This invoice is not this customer’s.
billing-refused-invoice-paid = This invoice is paid already.
billing-refused-already-reversed = This payment was taken back already.
billing-refused-unknown-customer = There is no such customer.
billing-refused-no-credit = There is no credit to use, or nothing to pay.

# Printed mentions
billing-mention-services = Supply of services.
billing-mention-vat-on-debits = VAT due on invoices (option for debits).
billing-mention-no-discount = No discount for early payment.
billing-mention-penalty = Late payment bears penalties without notice at the yearly rate of { $rate } (art. L441-10 of the French commercial code).
billing-mention-indemnity = Late payment bears a fixed indemnity of { $amount } for the costs of collection (art. D441-5 of the French commercial code).

# Printed invoice
billing-pdf-filename = invoice-{ $number }.pdf
billing-pdf-registry = RCS { $town }
billing-pdf-net-price = unit price excl. VAT { $price }
billing-pdf-terms = To be paid by { $due }, quoting the number of the invoice.
billing-pdf-title = Invoice
billing-pdf-title-credit-note = Credit note
billing-pdf-billed-to = Billed to
billing-pdf-issued = Issued on
billing-pdf-due = To pay by
billing-pdf-supplied = Services of
billing-pdf-purchase-order = Purchase order
billing-pdf-customer-reference = Your reference
billing-pdf-corrects = Corrects invoice
billing-pdf-capital = with a capital of
billing-pdf-siren = SIREN
billing-pdf-vat-number = VAT
billing-pdf-description = Description
billing-pdf-quantity = Quantity
billing-pdf-unit-price-net = Unit price excl. VAT
billing-pdf-unit-price-gross = Unit price incl. VAT
billing-pdf-rate = VAT
billing-pdf-amount-net = Amount excl. VAT
billing-pdf-amount-gross = Amount incl. VAT
billing-pdf-subtotal = Subtotal
billing-pdf-vat-rate = Rate
billing-pdf-vat-base = Net base
billing-pdf-vat-amount = VAT
billing-pdf-net = Total excl. VAT
billing-pdf-vat = VAT
billing-pdf-gross = Total incl. VAT
billing-pdf-paid = Already paid
billing-pdf-amount-due = To pay
billing-pdf-payment = Payment
billing-pdf-iban = IBAN
billing-pdf-bic = BIC
billing-pdf-payment-reference = Reference
billing-pdf-page = Page
billing-pdf-specimen = DEMONSTRATION – NO VALUE

# Mail of the invoice
billing-mail-subject = Invoice { $number } – { $place }
billing-mail-greeting = Hello { $name },
billing-mail-attached = Please find attached invoice { $number }, of { $total } incl. VAT.
billing-mail-pay = It is to be paid by { $due }.
billing-mail-nothing-due = Nothing is to be paid: it is attached for your information.
billing-mail-account = By bank transfer to the IBAN { $iban }, with the reference { $number }.
billing-mail-question = A question? Answer this mail or write to { $email }.
billing-mail-goodbye = Thank you, and see you soon.

# History
activity-product-created = created the product { $name }
activity-product-changed = changed the product { $name }
activity-price-set = set a price of €{ $amount } from { $from }
activity-vat-rate-set = set a VAT rate of { $rate }% from { $from }
activity-seller-changed = changed the legal details from { $from }
activity-charge-made = added to be billed: { $label }
activity-charge-withdrawn = took out of the billing: { $label }
activity-charge-credited = takes back on the next invoice: { $label }
activity-billing-prepared = prepared the billing
activity-billing-excluded = left out the invoice of { $name }
activity-billing-included = took back in the invoice of { $name }
activity-billing-issued = { $count ->
    [one] began to issue one invoice
   *[other] began to issue { $count } invoices
}
activity-billing-closed = closed the month
activity-invoice-issued = issued invoice { $number } of { $amount }
activity-invoice-paid = recorded { $amount } of payment
activity-invoice-unpaid = took back { $amount } of payment
activity-payment-recorded = recorded a payment of { $amount }
activity-payment-reversed = took back a payment of { $amount }
activity-payment-credit-used = used { $amount } of credit

# Verification
billing-verify-invoices = chained invoices, as they were issued
billing-verify-payments = chained payments, as they were recorded
billing-verify-allocations = chained allocations of payments
billing-verify-invoice-numbers = invoice numbers, without a hole and in order
billing-verify-invoice-totals = totals of invoices, computed again line by line
billing-verify-charges = invoiced charges, each on one line
billing-verify-balances = payments and balances

# What is held about people.
billing-holding-invoices = Invoices and payments
billing-holding-invoices-purpose = To invoice, to collect and to keep the books
billing-holding-invoices-law = Ten years after the end of the financial year (French Commercial Code, art. L123-22)
billing-holding-charges = Charges invoiced and to be invoiced
billing-holding-charges-purpose = To account for each line of an invoice
billing-holding-charges-law = Ten years, with the invoices that rest on them (French Commercial Code, art. L123-22)
billing-matter-owed = Still owes the place
billing-matter-credit = The place owes them
billing-matter-unpaid = { $count ->
    [one] { $count } invoice not wholly paid
   *[other] { $count } invoices not wholly paid
}
billing-matter-uninvoiced = { $count ->
    [one] { $count } charge not invoiced yet
   *[other] { $count } charges not invoiced yet
}
