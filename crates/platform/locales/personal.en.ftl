# What the platform holds about people, and the words of the law for it.
shell-holding-mail = Letters sent by the place
shell-holding-mail-purpose = To warn, confirm, send invoices, and know what was written to whom
shell-holding-activity = Log of acts
shell-holding-activity-purpose = To know who did what: security, mistakes to mend, the history shown on each card
shell-holding-work = Work of the program
shell-holding-work-purpose = To do in the background what was asked for, and not to do it twice
shell-basis-contract = Contract (GDPR, art. 6.1 b)
shell-basis-legal-obligation = Legal obligation (GDPR, art. 6.1 c)
shell-basis-legitimate-interest = Legitimate interest of the place (GDPR, art. 6.1 f)
shell-basis-consent = Consent (GDPR, art. 6.1 a)
