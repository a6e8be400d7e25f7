# Persons, organisations, accounts.

## Common words
people-section = People
people-name = Name
people-given-name = First name
people-family-name = Family name
people-email = E-mail address
people-phone = Telephone
people-address = Address
people-street = Number and street
people-postal-code = Postal code
people-city = Town
people-country = Country
people-country-hint = Two letters: FR, BE, CH…
people-language = Language
people-language-any = The place’s own
people-language-fr = French
people-language-en = English
people-language-hint = For the pages, and for the mail we send you.
people-organisation = Organisation
people-payer = Who pays
people-payer-hint = The organisation chosen receives this person’s invoices.
people-pays-themself = The person themself
people-note = Team’s note
people-note-hint = The person does not see it. Keep to facts: they may ask to read it.
people-contact = Contact
people-identity = Identity
people-billing = Billing
people-for-the-team = For the team
people-keep = Save
people-edit = Edit
people-cancel = Cancel
people-search = Search
people-filter = Filter
people-filter-forget = Show everything
people-filter-member = Members
people-filter-everybody = Everybody
people-filter-members = Members only
people-filter-others = Non-members only
people-filter-role = Role
people-filter-every-role = Every role
people-export = Export

## Lists
people-persons-title = People
people-persons-file = people.csv
people-persons-none-title = Nobody matches
people-persons-none-text = Try fewer letters, or no filter.
people-persons-empty-title = Nobody yet
people-persons-empty-text = The people the place knows will stand here: members, passing customers, the team.
people-organisations-title = Organisations
people-organisations-file = organisations.csv
people-organisations-none-title = No organisation matches
people-organisations-none-text = Try fewer letters.
people-organisations-empty-title = No organisation yet
people-organisations-empty-text = Add here the companies, associations and public bodies that pay for people.
people-persons-paid = People paid for

## An organisation
people-organisation-new = Add an organisation
people-organisation-edit = Edit the organisation
people-organisation-name = Name of the organisation
people-organisation-email-hint = Invoices go to this address.
people-organisation-added = The organisation is added.
people-organisation-kept = The organisation is saved.
people-siren = SIREN
people-siren-hint = Nine digits.
people-vat-number = VAT number
people-seat = Seat
people-pays-for = Pays for
people-pays-for-nobody = Nobody yet. Choose this organisation on a person’s card.

## A person
people-person-new = Add a person
people-alike = Known to the place already
people-another = Yes, this is another person
people-another-hint = Two people may bear one name; a mail address belongs to one.
people-refused-alike = Somebody of this name is known already: open their card, or say that this is another person.
people-person-edit = Edit the person
people-person-added = The person is added.
people-person-kept = The card is saved.
people-passes = Passes and plans
people-membership = Membership
people-member-since = Member since
people-member-from = Member since { $day }
people-member-between = Member from { $from } to { $until }
people-no-member = Not a member
people-member-join = Make a member
people-member-leave = End the membership
people-member-joined = The membership is saved.
people-member-left = The end of the membership is saved.
people-joined-on = First day
people-left-on = Last day
people-left-on-hint = The person is still a member on that day.
people-account = Account
people-account-none = No account yet. An invitation opens one and sends a link by mail.
people-account-open = Account open
people-account-shut = Account closed
people-account-close = Close the account
people-account-close-confirm = The person will be signed out everywhere and unable to sign in. You can open the account again.
people-account-reopen = Open the account again
people-account-closed = The account is closed.
people-account-reopened = The account is open again.
people-invite = Send an invitation
people-invited = The invitation is on its way.
people-roles = Roles
people-roles-none = No role
people-role = Role
people-role-grant = Give this role
people-role-granted = The role is given.
people-role-ended = The role is taken back.
people-role-since = since { $day }
people-role-from = from { $day }
people-role-between = from { $from } to { $until }
people-until-day = Until
people-until-day-hint = That day included. Empty: no end planned.
people-roles-former = Former roles
people-refused-role-ends-before-start = The last day cannot come before the first, { $from_day }.
people-role-end = Take back
people-role-end-of = Take back the role: { $role }
people-role-end-confirm = The role is taken back at once and the person will have to sign in again. You can give it again.
people-role-signs-out = The person will have to sign in again.
people-from-day = From

## Signing in
people-sign-in = Sign in
people-sign-in-title = Sign in
people-sign-in-wrong = This address and this password do not go together. Check both, or get a link by mail.
people-sign-in-by-link = Get a link by mail
people-sign-in-link-title = Sign in by mail
people-sign-in-link-text = No password: we send you a link, good for twenty minutes.
people-sign-in-link-sent = If { $email } has an account here, a link to come in was just sent to it. It is good for twenty minutes.
people-send-link = Send the link
people-password-forgotten = Forgot your password?
people-no-account = No account yet?
people-have-account = An account already?
people-join-link = Become a member
people-back-to-sign-in = Back to signing in
people-mail-sent-title = Look at your mail
people-mail-sent-advice = Nothing after a few minutes? Look among the junk mail, check the address, then try again.
people-link-spent-title = This link is no longer good
people-link-spent-text = A link works once, and for a while. Nothing was changed: ask for another one.
people-link-again = Ask for another link
people-step-in = Come in
people-step-in-title = Almost there
people-step-in-text = One press and you are in. This link will not work afterwards.
people-welcome = Welcome to { $place }
people-invitation-title = Invitation
people-invitation-text = Your account is ready. Choose a password if you like; otherwise you will always come in by a link sent by mail.
people-reset-title = Forgotten password
people-reset-text = We send you a link, good for one hour, to choose another.
people-reset-sent = If { $email } has an account here, a link to choose another password was just sent to it. It is good for one hour.
people-new-password-title = Choose a password
people-new-password-text = You will be signed out everywhere else.
people-demonstration-title = Try the demonstration
people-demonstration-text = This place is made up. Come in under one of these roles; nothing you do here has any consequence.
people-demonstration-enter = Come in
people-demonstration-enter-as = Come in as { $role }
people-signed-out = You are signed out. See you soon.

## Becoming a member

## My profile
people-profile-title = My profile
people-profile-kept = Your details are saved.
people-details = My details
people-and-the-place = You and the place
people-team-link = Team
people-payer-link = Who pays for me
people-house-texts-link = House rules and personal data
people-programs-link = Access keys for my programs
people-leaving-link = Leaving the place
people-sign-in-address = My sign-in address
people-sign-in-address-text = You sign in with { $email }. It is also where we write to you.
people-email-new = New address
people-email-change = Change the address
people-email-asked = A link is on its way to { $email }: open it here to confirm your new address.
people-email-confirm-title = Confirm the new address
people-email-confirm-text = From now on you will sign in with { $email }. Your other devices will be signed out.
people-email-kept = Your address is changed.
people-email-needs-password = To change the address, first choose a password below.
people-password = Password
people-password-none = You come in by links sent by mail. A password is another way in.
people-password-present = Present password
people-password-new = New password
people-password-again = The same once more
people-password-hint = Ten characters at least. A short sentence is safer and easier to remember.
people-password-keep = Choose this password
people-password-kept = Your password is changed.
people-password-ends-sessions = Your other devices will be signed out.
people-sessions-title = My signed-in devices
people-sessions-link = My devices
people-sessions-text = Each browser in which you are signed in. If you do not know one of them, sign it out and change your password.
people-session-this = This device
people-session-seen = Last seen: { $when }
people-session-begun = Signed in: { $when }
people-session-end = Sign out
people-session-ended = The device is signed out.
people-sessions-end = Sign out all others
people-sessions-end-confirm = All your other devices will be signed out at once.
people-sessions-ended = Your other devices are signed out.
people-browser-unknown = Unknown browser

## Mail
people-mail-greeting = Hello { $name },
people-mail-sign-in-subject = Your link into { $place }
people-mail-sign-in-title = Come in to { $place }
people-mail-sign-in-text = Here is your link to sign in. It works once, within twenty minutes.
people-mail-sign-in-button = Come in
people-mail-sign-in-after = You asked for nothing? Ignore this message: without this link nobody comes in.
people-mail-invitation-subject = { $place } opens an account for you
people-mail-invitation-title = Welcome to { $place }
people-mail-invitation-text = The team opened an account for you: bookings, passes and invoices in one place. This link, good for two weeks, lets you in.
people-mail-invitation-button = Come in for the first time
people-mail-invitation-after = You may choose a password there, or go on coming in by links sent by mail.
people-mail-reset-subject = Choose another password for { $place }
people-mail-reset-title = Choose another password
people-mail-reset-text = This link, good for one hour, lets you choose another password. You will then be signed out everywhere else.
people-mail-reset-button = Choose a password
people-mail-reset-after = You asked for nothing? Ignore this message: your password stays the same.
people-mail-email-change-subject = Confirm your new address for { $place }
people-mail-email-change-title = Confirm your new address
people-mail-email-change-text = You asked to sign in with this address. This link, good for one day, confirms it: open it in the browser where you are signed in.
people-mail-email-change-button = Confirm the address
people-mail-email-change-after = You asked for nothing? Ignore this message: nothing changes.
people-mail-email-changed-subject = Your address for { $place } has changed
people-mail-email-changed-title = Your address has changed
people-mail-email-changed-text = Your account now opens with another address; this one lets nobody in any more.
people-mail-email-changed-button = Go to the site
people-mail-email-changed-after = It was not you? Write to the team at once by answering this message.
people-mail-passkey-added-subject = A passkey opens your account at { $place }
people-mail-passkey-added-title = A passkey was added
people-mail-passkey-added-text = A new passkey opens your account from now on, without a password.
people-mail-passkey-added-button = See my passkeys
people-mail-passkey-added-after = It was not you? Remove it, change your password and write to the team at once by answering this message.
people-mail-passkey-removed-subject = A passkey no longer opens your account at { $place }
people-mail-passkey-removed-title = A passkey was removed
people-mail-passkey-removed-text = A passkey of your account has just been removed: it lets nobody in any more.
people-mail-passkey-removed-button = See my passkeys
people-mail-passkey-removed-after = It was not you? Change your password and write to the team at once by answering this message.

## Refusals
people-refused-email-taken = Another person has this address already.
people-refused-email-protected = This address is used to sign in: only the person, from their profile, or an administrator can change it.
people-refused-email-needed = This person signs in with their address: one is needed.
people-refused-organisation-unknown = The place does not know this organisation.
people-refused-already-imported = This line was imported already.
people-refused-note-too-long = A note has two thousand characters at most.
people-refused-siren-taken = Another organisation has this SIREN already.
people-refused-address-unreadable = This address is too long, or does not fit on one line.
people-refused-postal-code = This postal code is not one of that country; in France it has five digits.
people-refused-country = Give the country as two letters, such as FR.
people-refused-already-member = This person is a member already.
people-refused-not-member = This person is not a member.
people-refused-membership-ends-before-start = The last day cannot come before the first, { $joined_on }.
people-refused-membership-overlaps = An earlier membership runs until { $left_on }.
people-refused-membership-too-far = That day is too far ahead: { $until } at the latest.
people-refused-role-held = This person holds this role already.
people-refused-role-not-held = This person does not hold this role.
people-refused-last-administrator = Nobody could administer the place any more: appoint somebody else first.
people-refused-account-no-email = First add an e-mail address for this person.
people-refused-account-exists = This person has an account already.
people-refused-account-disabled = This account is closed: open it again first.
people-refused-account-protected = This account is that of somebody of the team: only an administrator can touch it.
people-refused-link-spent = This link is no longer good.
people-refused-password-too-short = A password has { $minimum } characters at least.
people-refused-password-too-long = A password has { $maximum } characters at most.
people-refused-password-too-common = This password is among the first that are tried. A short sentence is safer.
people-refused-password-different = The two passwords differ.
people-refused-password-wrong = This is not your present password.

## History
activity-person-added = added { $name }
activity-person-changed = edited the card
activity-person-email-changed = changed the address from { $from } to { $to }
activity-member-joined = made a member from { $day }
activity-member-left = ended the membership after { $day }
activity-member-withdrawn = withdrew the membership that had not begun
activity-role-granted = gave the role “{ $role ->
    [member] member
    [facilitator] facilitator
    [managing_director] managing director
    [accountant] accountant
   *[administrator] administrator
}” from { $day }
activity-role-ended = took back the role “{ $role ->
    [member] member
    [facilitator] facilitator
    [managing_director] managing director
    [accountant] accountant
   *[administrator] administrator
}”
activity-account-opened = opened the account
activity-account-invited = sent an invitation
activity-account-closed = closed the account
activity-account-reopened = opened the account again
activity-account-password-chosen = chose a password
activity-organisation-added = added { $name }
activity-organisation-changed = edited the card

## Rights, jobs, checks
permission-people-read = See people and organisations
permission-people-write = Add and correct people and organisations
permission-people-roles = Give and take back roles
permission-people-own = Manage one’s own profile
job-people-letter = Sending of an access mail
verify-people-persons = What people are found by matches their cards
verify-people-organisations = What organisations are found by matches their cards
verify-people-memberships = A person has one membership at a time
verify-people-accounts = Each account has its person’s address, no closed account is signed in

## Second factor
people-code = Code
people-code-title = One more code
people-code-text = Open your application of codes and type the six digits it shows for this place.
people-code-hint = Six digits, or one of your recovery codes.
people-factor-title = Second factor
people-factor-lead = A passkey or a code of your telephone besides the password or the link: a stolen address is no longer enough.
people-factor-link = Set the second factor
people-factor-none = You have set none. It takes an application of codes on your telephone: FreeOTP, Aegis, 2FAS or another.
people-factor-begin = Begin
people-factor-key-text = In the application, add an account with this key, or open it from this telephone.
people-factor-open = Open in the application
people-factor-first-code = The six digits that the application shows now.
people-factor-confirm = Turn on
people-factor-set = On
people-factor-codes-left = { $count ->
    [0] No recovery code is left.
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
}
people-factor-renew = New recovery codes
people-factor-remove = Remove the application of codes
people-factor-removed = The second factor is removed.
people-factor-reset = Remove the lost second factor
people-factor-reset-confirm = The person will sign in without a code and without their passkeys. Make sure that it is they who ask.
people-factor-codes-title = Recovery codes
people-factor-codes-text = Each is good once, if the telephone is lost. Note them now: they will not be shown again.
people-factor-codes-kept = Noted
people-factor-administrators = Administrators
people-factor-required = The place demands a second factor of its administrators. Without it, their role waits.
people-factor-optional = The second factor is everybody’s choice.
people-factor-require = Demand it of administrators
people-factor-require-no-more = Demand it no more
people-factor-requirement-kept = Saved.
people-factor-awaited = Your role of administrator waits for a second factor.
people-refused-code-wrong = This code is not the right one, or was used. Wait for the next one.
people-refused-code-late = Signing in took too long. Begin again.
people-refused-factor-missing = There is no second factor to confirm.
people-refused-factor-there = A second factor is on already.
people-refused-factor-oneself-first = Turn yours on first: else nobody could administer the place.
activity-account-factor-set = turned the second factor on
activity-account-factor-removed = removed the second factor
activity-account-factor-required = changed what the place demands of its administrators

## Passkeys
people-passkeys = Passkeys
people-passkeys-lead = A passkey is kept by your telephone, your computer or a USB key. It lets you in by a finger, a look or a code of the device, without a password, and serves as second factor. No imitated site can take it from you.
people-passkey-add = Add a passkey
people-passkey-name = Name of the passkey
people-passkey-name-hint = To know it again: the device that keeps it.
people-passkey-added = The passkey is added.
people-passkey-renamed = The passkey is renamed.
people-passkey-removed = The passkey is removed, your other devices are signed out.
people-passkey-added-when = Added { $when }
people-passkey-used-when = used { $when }
people-passkey-never-used = not used yet
people-passkey-copied-by-maker = synchronised
people-passkey-change = Change
people-passkey-change-of = Change the passkey “{ $name }”
people-passkey-rename = Rename
people-passkey-remove = Remove the passkey
people-passkey-remove-text = It will no longer open your account, and your other devices will be signed out. Then delete it from the device that keeps it.
people-passkey-use = Sign in with a passkey
people-passkey-given-up = Nothing was confirmed. Begin again whenever you like.
people-passkey-failed = This did not work. Load the page again and retry, or sign in another way.
people-passkey-impossible = Adding a passkey takes a recent browser, with JavaScript, at the address { $address }
people-passkey-no-site = Passkeys need this place to be opened by a name and with https.
people-code-recovery = Recovery code
people-code-hint-recovery = One of your recovery codes.
people-code-text-passkey = Confirm with your passkey, or type a recovery code.
people-code-text-both = Confirm with your passkey, or type the six digits of your application.
people-factor-application = Application of codes
people-refused-passkey-wrong = This passkey could not be verified. Begin again, or sign in another way.
people-refused-passkey-copied = This passkey seems to have been copied: it opens no more. Sign in another way, then remove it.
people-refused-passkey-there = This device already keeps a passkey for this place.
people-refused-passkey-too-many = Twenty passkeys are enough: first remove those no longer of use.
people-refused-passkey-sign-in-again = For safety, give your password, or sign out and sign in again.
people-refused-passkey-name-too-long = The name fits in sixty characters, on one line.
activity-account-passkey-added = added a passkey
activity-account-passkey-renamed = renamed a passkey
activity-account-passkey-removed = removed a passkey
activity-account-passkey-refused = presented a passkey that seems copied: it was refused

# What is held about people.
people-holding-identity = Identity and contact details
people-holding-identity-purpose = To know who uses the place and to reach them
people-holding-membership = Memberships
people-holding-membership-purpose = To know who is a member and since when; to count members
people-holding-access = Accounts and sign-ins
people-holding-access-purpose = To let the right person in and notice others: network address and browser of each sign-in
people-holding-roles = Rights given
people-holding-roles-purpose = To know who may do what, and who allowed it
activity-person-merged = Two records made one: { $name }
activity-organisation-merged = Two records made one: { $name }
people-data-link = My personal data
activity-member-stays = stays a member
