# Stewardship: the daily running of the house.
stewardship-section = Stewardship
stewardship-choose = Choose…
stewardship-find = Search
stewardship-nobody-found = Nobody matches. Try three letters of the name, or create the record first.
stewardship-export = Export
stewardship-keep = Save
stewardship-note = Note
stewardship-first-day = First day
stewardship-last-day = Last day
stewardship-from-day = since { $day }
stewardship-until-day = until { $day }
stewardship-refused-too-long = Too long: { $maximum } characters at most.
stewardship-refused-empty = Write something.
stewardship-refused-reversed = The last day comes before the first.
stewardship-mail-greeting = Hello { $name },
permission-stewardship-run = Run the house: mail, keys, shifts, incidents
permission-stewardship-manage = Set up the stewardship: domiciliations, shifts, lists, equipment
permission-stewardship-own = See one’s mail and shifts, report an incident

# What is held about people.
stewardship-holding-deliveries = Letters and parcels
stewardship-holding-deliveries-purpose = To tell of what arrived and know to whom it was handed
stewardship-holding-items = Keys, badges and lockers lent
stewardship-holding-items-purpose = To know who can enter, and to give deposits back
stewardship-holding-duties = Duty shifts
stewardship-holding-duties-purpose = To know who is at the desk, and to give what was promised for it
stewardship-holding-house = Notes, checklists and incidents
stewardship-holding-house-purpose = To run the house: who reported, saw or did what
stewardship-matter-key = Key { $name }
stewardship-matter-badge = Badge { $name }
stewardship-matter-locker = Locker { $name }
stewardship-matter-post = { $count ->
    [one] { $count } letter or parcel that waits at the desk
   *[other] { $count } letters or parcels that wait at the desk
}
