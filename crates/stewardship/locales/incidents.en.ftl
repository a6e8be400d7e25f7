# What is broken, and what the place owns.
stewardship-incidents = Incidents
stewardship-incidents-lead = What is broken, what presses first.
stewardship-incidents-open = Open incidents
stewardship-incidents-ended = Incidents that ended
stewardship-incidents-none = Nothing is broken
stewardship-incidents-none-text = What members report arrives here.
stewardship-incidents-ended-none = No incident has ended.
stewardship-incident-report = Report an incident
stewardship-incident-title = What is the matter?
stewardship-incident-title-hint = In one line: “the printer no longer answers”.
stewardship-incident-where = Where, or what
stewardship-incident-elsewhere = Elsewhere, or something else
stewardship-incident-urgency = Does it press?
stewardship-incident-detail = In full
stewardship-incident-send = Report
stewardship-incident-is-reported = Thank you, the desk knows.
stewardship-urgency-low = No hurry
stewardship-urgency-low-text = When somebody has time.
stewardship-urgency-normal = This week
stewardship-urgency-normal-text = It is a nuisance.
stewardship-urgency-high = It presses
stewardship-urgency-high-text = One cannot work, or it is dangerous.
stewardship-incident-reported = reported
stewardship-incident-in-hand = in hand
stewardship-incident-waiting = waiting
stewardship-incident-solved = mended
stewardship-incident-declined = not to be done
stewardship-incident-by = reported by { $name }, { $day }
stewardship-incident-owner-is = followed by { $name }
stewardship-incident-subject = About
stewardship-incident-unnamed = somebody, at the door of the room
stewardship-incident-reporter = Reported by
stewardship-incident-reported-at = Reported
stewardship-incident-owner = Followed by
stewardship-incident-cost = Cost so far, net
stewardship-incident-steps = What was done
stewardship-incident-no-steps = The desk has not written anything yet.
stewardship-incident-follow = Follow up
stewardship-incident-state = State
stewardship-incident-mine = I look after it
stewardship-incident-body = What is done
stewardship-incident-body-hint = Whoever reported it reads this, and gets a message.
stewardship-incident-kept = The follow-up is saved.
stewardship-incident-block = Block the space
stewardship-my-incidents = My reports
stewardship-my-incidents-lead = Is something broken, missing or a nuisance? Say so, the desk looks after it.
stewardship-my-incidents-none = You have not reported anything yet.
stewardship-my-incidents-invitation = Is something broken? Say so.
stewardship-panel-incidents = { $count ->
    [one] One open incident
   *[other] { $count } open incidents
}
stewardship-panel-incidents-unseen = { $count ->
    [one] one to be taken in hand
   *[other] { $count } to be taken in hand
}
stewardship-panel-incidents-pressing = { $count ->
    [one] one that presses
   *[other] { $count } that press
}
stewardship-panel-incidents-none = Nothing is broken.
stewardship-inventory = Equipment
stewardship-inventory-lead = What the place bought, and what it is still worth.
stewardship-inventory-day = On
stewardship-inventory-none = The inventory is empty
stewardship-inventory-none-text = Write down the first purchase: its value computes itself.
stewardship-inventory-file = equipment
stewardship-equipment-new = Write down a purchase
stewardship-equipment-kept = The inventory is up to date.
stewardship-equipment-name = Thing
stewardship-equipment-serial = Serial number
stewardship-equipment-stands = Stands
stewardship-equipment-supplier = Supplier
stewardship-equipment-bought-on = Bought on
stewardship-equipment-price = Net price
stewardship-equipment-life = Depreciated over, months
stewardship-equipment-value = Value
stewardship-equipment-warranty = Warranty until
stewardship-equipment-under-warranty = under warranty
stewardship-equipment-worth = Worth { $amount } today
stewardship-equipment-happened = Incidents
stewardship-equipment-dispose = Take out of the inventory
stewardship-equipment-dispose-confirm = Take this thing out of the inventory? It is worth nothing from then on.
stewardship-equipment-gone-on = On
stewardship-equipment-gone-price = For, net
stewardship-disposal = How
stewardship-disposal-sold = sold
stewardship-disposal-given = given away
stewardship-disposal-scrapped = thrown away
stewardship-refused-incident-subject = This space or thing is not known here.
stewardship-refused-incident-state = This incident cannot go to that state.
stewardship-refused-incident-nothing = Nothing changed: write what is done.
stewardship-refused-incident-cost = An amount between 0 and 1,000,000.
stewardship-refused-equipment-price = This amount is not possible.
stewardship-refused-equipment-life = From 1 to { $maximum } months.
stewardship-refused-equipment-days = A thing leaves after it was bought, and not in days to come.
stewardship-refused-equipment-gone = This thing left the inventory already.
stewardship-mail-incident-subject = { $title }: { $state ->
    [in_hand] in hand
    [waiting] waiting
    [solved] mended
    [declined] not to be done
   *[reported] reported
}
stewardship-mail-incident-title = { $state ->
    [in_hand] Somebody looks after it
    [waiting] It waits
    [solved] It is mended
    [declined] It will not be done
   *[reported] News of your report
}
stewardship-mail-incident-text = You reported: “{ $title }”.{ $spoken ->
    [yes] { " " }The desk writes: “{ $said }”
   *[no] { "" }
}
stewardship-mail-incident-after = Thank you for telling us.
stewardship-mail-incident-button = See what was done
activity-incident-reported = reported the incident
activity-incident-photographed = added a photograph
activity-incident-photo-removed = removed a photograph
activity-incident-followed-up = followed the incident up
activity-equipment-added = wrote the purchase down
activity-equipment-changed = changed the thing
activity-equipment-disposed = took the thing out of the inventory
stewardship-photos = Photographs
stewardship-photos-keep = Add or see photographs
