# Imports: what a place brings along from the program it used before.
permission-imports-run = Import files of another program
activity-import-applied = imported “{ $file }”: { $created ->
    [0] nothing new
    [one] { $created } line added
   *[other] { $created } lines added
}
job-imports-rehearse = Trial of an import
job-imports-apply = Import of a file
job-imports-tidy = Forgetting files left behind
imports-nav = Imports
imports-nav-section = Tools
imports-title = Imports
imports-lead = Bring along what you had elsewhere: a CSV or XLSX export of your former program, as it is. Nothing is kept before you have seen the outcome.
imports-kind = What does the file hold?
imports-kind-hint = To bring everything, import in this order: organisations and people first, then what they use.
imports-kind-people = People
imports-kind-people-text = Names, contact details, who pays for them, member since
imports-kind-organisations = Organisations
imports-kind-organisations-text = Companies, associations, public bodies
imports-kind-plans = Plans
imports-kind-plans-text = Who has which monthly plan, since when
imports-kind-passes = Passes
imports-kind-passes-text = Passes bought, with the units left
imports-kind-bookings = Bookings
imports-kind-bookings-text = Rooms booked, charged at the price in force
imports-kind-check-ins = Check-ins
imports-kind-check-ins-text = Who came when; taken from their passes
imports-file = File
imports-file-hint = CSV or XLSX, 10 MB and 10,000 lines at most; the first line holds the titles of the columns.
imports-file-missing = Choose a file.
imports-hand-in = Continue
imports-past = Past imports
imports-past-none = No file was imported yet.
imports-when = When
imports-who = By whom
imports-by-command = Command line
imports-outcome = Outcome
imports-state-applied = Imported
imports-state-open = Waiting
imports-said-applied = { $created ->
    [0] nothing new
    [one] { $created } added
   *[other] { $created } added
}, { $known } already there
imports-said-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
imports-mapping-title = Which column is what?
imports-mapping-lead = “{ $file }”, { $count ->
    [one] { $count } line
   *[other] { $count } lines
}. We guessed from the titles: correct what is wrong.
imports-column = Column
imports-examples = Examples
imports-is = Is
imports-untitled = untitled
imports-field-none = – leave out –
imports-same = The same for every line
imports-same-hint = When the file has no column for it: one plan, one room… A column goes before it.
imports-see-preview = See what it would do
imports-later = Later
imports-preview-title = Preview before importing
imports-change-columns = Change the columns
imports-will-be-created = To be added
imports-created = Added
imports-already-there = Already there
imports-passed-over = Cancelled elsewhere, left aside
imports-refused = Lines to correct
imports-with-organisations = { $count ->
    [one] and { $count } organisation
   *[other] and { $count } organisations
}
imports-nothing-new = Everything in this file is already there. There is nothing to import.
imports-consequence = { $count ->
    [one] { $count } line of the file will be added.
   *[other] { $count } lines of the file will be added, all of them or none.
}
imports-undo = An import is not undone in one go: what it adds is corrected afterwards, page by page. Importing the same file twice changes nothing.
imports-confirm = Import
imports-stopped = { $count ->
    [one] One line is to be corrected: nothing is imported until it is. Correct the file and hand it in again, or change the columns. Your file and your choices are kept.
   *[other] { $count } lines are to be corrected: nothing is imported until they are. Correct the file and hand it in again, or change the columns. Your file and your choices are kept.
}
imports-issues = To correct
imports-issues-download = Download the list
imports-issues-hidden = And { $count } more, in the list to download.
imports-issues-file = import-to-correct.csv
imports-notices = Good to know
imports-notices-text = { $count ->
    [one] One line that was imported before says something else now. What is here stays as it is.
   *[other] { $count } lines that were imported before say something else now. What is here stays as it is. If these numbers belong to other lines, leave the identifier column out.
}
imports-line = Line
imports-written = Written
imports-why = Why
imports-background = The file is long: it is imported in the background.
imports-done = The file is imported.
imports-not-done = Nothing was imported: some lines are to be corrected.
imports-another = Import another file
imports-see-people = See the people
imports-see-organisations = See the organisations
imports-see-offers = See the offers
imports-see-calendar = See the calendar
imports-see-front-desk = See the front desk

imports-field-identifier = Identifier of the line
imports-field-person-identifier = Identifier of the person
imports-field-full-name = Full name
imports-field-given-name = Given name
imports-field-family-name = Family name
imports-field-name = Name of the organisation
imports-field-email = E-mail
imports-field-phone = Telephone
imports-field-organisation = Organisation that pays
imports-field-siren = SIREN or SIRET
imports-field-vat-number = VAT number
imports-field-street = Address
imports-field-postal-code = Postal code
imports-field-city = Town
imports-field-country = Country
imports-field-joined-on = Member since
imports-field-left-on = Member until
imports-field-member = Is a member (yes or no)
imports-field-note = Note
imports-field-plan = Plan
imports-field-from = First day
imports-field-until = Last day
imports-field-price = Price for a month
imports-field-charged-from = Billed here from
imports-field-pass = Pass
imports-field-units = Units bought
imports-field-remaining = Units left
imports-field-bought-on = Bought on
imports-field-expires-on = Good until
imports-field-room = Room
imports-field-day = Day
imports-field-start = Start
imports-field-end = End
imports-field-duration = Duration
imports-field-title = Subject
imports-field-state = State (cancelled or not)
imports-field-half = Morning, afternoon or day
imports-field-arrival = Arrival
imports-field-departure = Departure

imports-refused-nobody-named = No column says whom the lines are about: choose the name, the e-mail or the identifier of the person.
imports-refused-no-name = No column holds the name.
imports-refused-no-plan = No column holds the plan.
imports-refused-no-pass = No column holds the pass.
imports-refused-no-room = No column holds the room.
imports-refused-no-start = No column says when the booking begins.
imports-refused-no-day = No column says on which day.
imports-refused-column-twice = The column “{ $column }” is chosen twice.
imports-refused-field-twice = “{ $field }” is taken by another column.
imports-refused-unknown-column = The file has no column “{ $column }”. It has: { $known }.
imports-refused-unknown-field = “{ $field }” does not exist for this file. You may say: { $known }.
imports-refused-mapping-malformed = “{ $text }” is not written field=column, nor field==value.
imports-refused-no-lines = The file holds titles alone: there is no line to import.
imports-refused-no-titles = The first line must hold the titles of the columns.
imports-refused-title-twice = Two columns are called “{ $title }”: rename one.
imports-refused-too-many-lines = The file has { $lines } lines; an import takes { $limit } at most. Cut it into several files.
imports-refused-open-quote = A quotation mark opened on line { $line } is never closed: what follows cannot be read.

imports-cell-missing = This cell is empty, and it is needed.
imports-cell-formula = A formula, not a value.
imports-cell-not-a-day = Not a date. Write 14/06/2026 or 2026-06-14.
imports-cell-not-in-calendar = There is no such day.
imports-cell-far-day = This date is very far from today.
imports-cell-not-a-time = Not a time. Write 09:30.
imports-cell-day-missing = The day is missing.
imports-cell-time-missing = The time is missing.
imports-cell-end-missing = The end is missing, or the duration.
imports-cell-ends-before-start = The end comes before the beginning.
imports-cell-not-a-duration = Not a duration. Write 2h, 1:30 or 90 min.
imports-cell-not-an-amount = Not an amount. Write 250.00.
imports-cell-negative = A negative number is not taken here.
imports-cell-not-a-whole-number = Not a whole number.
imports-cell-neither-yes-nor-no = Write yes or no.
imports-cell-not-a-half-day = Is it the morning, the afternoon or the day? Write it, or give arrival and departure.
imports-cell-not-on-one-line = Too long, or on several lines.
imports-cell-not-a-siren = Not a SIREN: nine digits, the last of which checks the others.
imports-cell-not-a-country = Unknown country. Write its code, such as FR.
imports-cell-too-many-cells = The line has more cells than there are titles: a separator too many, or a quotation mark missing.
imports-cell-identifier-twice = Line { $other } has the same identifier.

imports-match-nobody = Nobody here is called “{ $who }”. Import the people first.
imports-match-several = { $count } people are called { $name }: add their e-mail or their identifier.
imports-match-email-of-another = This address is { $name }’s.
imports-match-no-plan = No plan of that name. There are: { $known }.
imports-match-no-pass = No pass of that name. There are: { $known }.
imports-match-no-room = No room of that name. There are: { $known }.
imports-match-no-organisation = No organisation has this SIREN, and the line does not name it.
imports-match-another-part = This person is noted on that day already, for another part of it.
imports-notice-differs = Imported before, but it said something else.

imports-told-created = { $count ->
    [0] Nothing new.
    [one] { $count } line to add.
   *[other] { $count } lines to add.
}
imports-told-known = { $count ->
    [one] { $count } line already there.
   *[other] { $count } lines already there.
}
imports-told-organisations = { $count ->
    [one] { $count } organisation comes with them.
   *[other] { $count } organisations come with them.
}
imports-told-passed-over = { $count ->
    [one] { $count } line cancelled elsewhere, left aside.
   *[other] { $count } lines cancelled elsewhere, left aside.
}
imports-told-refused = { $count ->
    [one] { $count } line to correct:
   *[other] { $count } lines to correct:
}
imports-told-cell = line { $line }, { $column } “{ $value }”: { $why }
imports-told-empty-cell = line { $line }, { $column }: { $why }
imports-told-line = line { $line }: { $why }
imports-told-applied = The file is imported.
imports-told-tried = A trial only: nothing was changed.
imports-told-nothing = Nothing was imported.

# What is held about people.
imports-holding-files = Files taken over from other programs
imports-holding-files-purpose = To take over the data of the former program, once
