# Shifts, notes for whoever comes next, opening and closing.
stewardship-duties = Shifts
stewardship-duty-sheet = Sheet of the week
stewardship-duty-hours = Hours done
stewardship-duty-hours-lead = The shifts done, by person, over the period.
stewardship-duty-hours-none = No shift done over this period.
stewardship-duty-file = shifts
stewardship-duty-person = Person
stewardship-duty-length = Hours
stewardship-total = Total
stewardship-week-before = Week before
stewardship-week-this = This week
stewardship-week-after = Week after
stewardship-duty-none = No shift this week
stewardship-duty-none-text = The management writes the shifts of the week; members take them.
stewardship-duty-missing = { $count ->
    [one] one person wanted
   *[other] { $count } people wanted
}
stewardship-duty-taken = expected
stewardship-duty-given-up = given up
stewardship-duty-done = done
stewardship-duty-missed = absent
stewardship-duty-came = Came
stewardship-duty-did-not-come = Absent
stewardship-duty-release = Release
stewardship-duty-release-of = Release { $name } from this shift
stewardship-duty-release-confirm = Give this shift up? Somebody else may then take it.
stewardship-duty-assign = Assign
stewardship-duty-assign-of = Assign the shift { $hours }
stewardship-duty-assign-to = Assign to { $name }
stewardship-duty-is-taken = The shift is taken.
stewardship-duty-is-given-up = The shift is free again.
stewardship-duty-is-settled = Noted.
stewardship-duty-reason = shift done, noted on { $day }
stewardship-duty-gives = gives { $units } units of “{ $offer }”
stewardship-my-duty-lead = Keep the desk for a few hours, and meet everybody.
stewardship-my-duty-invitation = See the shifts to take.
stewardship-my-duty-mine = Mine
stewardship-my-duty-none = You have no shift to come.
stewardship-my-duty-soon = It is soon: to give it up, tell the desk.
stewardship-my-duty-release = Give up
stewardship-my-duty-release-of = Give up the shift { $hours }
stewardship-my-duty-free = To take
stewardship-my-duty-free-none = Everything is taken
stewardship-my-duty-free-none-text = No shift waits for somebody in the four weeks to come.
stewardship-my-duty-take = I take it
stewardship-my-duty-take-of = I take it, { $hours }
stewardship-my-duty-done = { $minutes ->
    [0] { $hours } h done this year
   *[other] { $hours } h { $minutes } done this year
}
stewardship-on-duty = On duty
stewardship-on-duty-nobody = No shift today.
stewardship-shifts = Shifts of the week
stewardship-shifts-lead = When the desk wants somebody, and what that gives in return.
stewardship-shifts-none = No shift
stewardship-shifts-none-text = Write the first: a day, hours, how many people.
stewardship-shift-new = New shift
stewardship-shift-add = Add
stewardship-shift-kept = The shifts are up to date.
stewardship-shift-end = End
stewardship-shift-label = Name
stewardship-shift-wanted = { $count ->
    [one] one person
   *[other] { $count } people
}
stewardship-shift-units = { $count ->
    [one] gives one unit
   *[other] gives { $count } units
}
stewardship-shift-offer-kept = The counterpart is saved.
stewardship-weekday = Day
stewardship-from-hour = From
stewardship-until-hour = To
stewardship-wanted = People
stewardship-units = Units given
stewardship-counterpart = Counterpart
stewardship-counterpart-offer = Pass
stewardship-counterpart-hint = The units given are of this pass: how long they are good and what a day costs are its own.
stewardship-notes = Notes
stewardship-notes-lead = What who leaves has to say to who comes.
stewardship-notes-unread = { $count ->
    [0] No note to read
    [one] One note to read
   *[other] { $count } notes to read
}
stewardship-notes-read = Notes read
stewardship-note-new = Leave a note
stewardship-note-body = For the next person
stewardship-note-body-hint = What waits, what is broken, who is to come.
stewardship-note-leave = Leave the note
stewardship-note-left = The note is left.
stewardship-note-mark = I have read it
stewardship-note-marked = The note is read.
stewardship-note-read-by = read by { $name }, { $day }
stewardship-checklists = Opening and closing
stewardship-checklists-lead = What is looked at when opening and closing.
stewardship-checklists-see = Tick today
stewardship-checklist-empty = The list is empty: add the first thing to check.
stewardship-checklist-new = Add a line
stewardship-checklist-moment = When
stewardship-checklist-body = What to look at
stewardship-checklist-add = Add
stewardship-checklist-kept = The list is up to date.
stewardship-checklist-retire = Remove
stewardship-checklist-retire-of = Remove: { $what }
stewardship-opening = Opening
stewardship-closing = Closing
stewardship-day = Day
stewardship-see = See
stewardship-tick = Tick
stewardship-tick-of = Tick: { $what }
stewardship-untick = Untick
stewardship-untick-of = Untick: { $what }
stewardship-ticked = done
stewardship-refused-shift-hours = It ends before it begins.
stewardship-refused-shift-wanted = From 1 to { $maximum } people.
stewardship-refused-shift-units = From 0 to { $maximum } units.
stewardship-refused-shift-ended = The last day comes before the first, or an earlier one was set.
stewardship-refused-duty-day = There is no such shift on that day.
stewardship-refused-duty-past = That day is over.
stewardship-refused-duty-far = That is too far: choose a day until { $until }.
stewardship-refused-duty-full = Nobody more is wanted for this shift.
stewardship-refused-duty-twice = This person has this shift already.
stewardship-refused-duty-stranger = Only members and the team keep the desk.
stewardship-refused-duty-late = Fewer than { $hours } hours are left: tell the desk.
stewardship-refused-duty-settled = This shift was noted or given up already.
stewardship-refused-duty-not-yet = This shift has not begun.
stewardship-refused-duty-offer = The management must first choose the pass whose units are given.
stewardship-refused-note-read = This note was read already.
stewardship-refused-line-retired = This line is no longer on the list.
activity-shift-created = added a shift of the week
activity-shift-ended = ended the shift on { $day }
activity-shifts-offer-set = gives units of “{ $offer }” in return
activity-duty-taken = took a shift on { $day }
activity-duty-given-up = gave up a shift of { $day }
activity-duty-done = noted the shift of { $day } as done
activity-duty-missed = noted an absence from the shift of { $day }
activity-note-left = left a note
activity-note-marked-read = read a note
activity-checklist-line-added = added a line to the list
activity-checklist-line-retired = removed a line from the list
activity-checklist-ticked = ticked a line on { $day }
activity-checklist-unticked = unticked a line on { $day }
