# Mail and domiciliations.
stewardship-deliveries = Post
stewardship-deliveries-lead = Letters and parcels received for members and for organisations domiciled here.
stewardship-deliveries-file = post
stewardship-deliveries-past = Post handed over or returned
stewardship-deliveries-past-none = Nothing yet
stewardship-deliveries-past-none-text = What is handed over or returned is found here, with the day and the person.
stewardship-deliveries-waiting = { $count ->
    [0] Nothing waits
    [one] One delivery waits
   *[other] { $count } deliveries wait
}
stewardship-deliveries-none = Nothing waits
stewardship-deliveries-none-text = A letter, a parcel arrives? Search whom it is for: they are told at once.
stewardship-delivery-new = Write down a delivery
stewardship-delivery-new-for = For { $name }
stewardship-delivery-for-whom = For whom?
stewardship-delivery-for-whom-hint = Three letters of a name or an organisation.
stewardship-delivery-kind = What arrives?
stewardship-delivery-letter = { $count ->
    [one] Letter
   *[other] { $count } letters
}
stewardship-delivery-registered = { $count ->
    [one] Registered letter
   *[other] { $count } registered letters
}
stewardship-delivery-parcel = { $count ->
    [one] Parcel
   *[other] { $count } parcels
}
stewardship-delivery-from = { $what } from { $sender }
stewardship-delivery-quantity = How many
stewardship-delivery-sender = From
stewardship-delivery-kept-at = Where it lies
stewardship-delivery-will-tell = A message goes to them at once.
stewardship-delivery-cannot-tell = No known address: nobody will be told by message.
stewardship-delivery-keep = Save and tell
stewardship-delivery-kept = The delivery is written down.
stewardship-delivery-waits = waiting
stewardship-delivery-since = arrived on { $day }
stewardship-delivery-told = told
stewardship-delivery-untold = not told yet
stewardship-delivery-reminded = { $count ->
    [one] reminded once
   *[other] reminded { $count } times
}
stewardship-delivery-for = For
stewardship-delivery-what = Delivery
stewardship-delivery-arrived = Arrived
stewardship-delivery-received-by = Written down by
stewardship-delivery-notice = Message
stewardship-delivery-ending = Outcome
stewardship-delivery-ended = On
stewardship-delivery-ended-by = Handed over by
stewardship-delivery-taken-by = Handed to
stewardship-delivery-taken-by-hint = Who takes it away: themselves, or whoever comes for them.
stewardship-taken-by = handed to { $name }
stewardship-delivery-handed-over = Handed over
stewardship-delivery-returned = Returned to sender
stewardship-delivery-mistaken = Written down by mistake
stewardship-delivery-otherwise = Or else
stewardship-delivery-return = Return to sender
stewardship-delivery-mistake = It was a mistake
stewardship-delivery-undo = Undo: it still waits
stewardship-delivery-waits-again = The delivery waits again.
stewardship-hand-over = Hand over
stewardship-hand-over-to = Hand over to { $name }
stewardship-my-deliveries = My post
stewardship-my-deliveries-lead = What arrived for you or for your organisation. Come to the desk to collect it.
stewardship-my-deliveries-none = Nothing waits
stewardship-my-deliveries-none-text = When a letter or a parcel arrives, a message tells you.
stewardship-panel-waiting = { $count ->
    [one] One delivery waits
   *[other] { $count } deliveries wait
}
stewardship-panel-oldest = the oldest since { $day }
stewardship-panel-registered = { $count ->
    [one] one of them registered
   *[other] { $count } of them registered
}
stewardship-panel-none-waiting = Nothing waits.
stewardship-domiciled = domiciled here
stewardship-not-domiciled = not domiciled here
stewardship-domiciliations = Domiciliations
stewardship-domiciliations-lead = The organisations whose address is the place, and since when.
stewardship-domiciliations-none = No organisation domiciled
stewardship-domiciliations-none-text = Add the first: the desk will see it when sorting the post.
stewardship-domiciliations-current = { $count ->
    [one] One organisation domiciled
   *[other] { $count } organisations domiciled
}
stewardship-domiciliations-past = Domiciliations that ended
stewardship-domiciliation-new = Domicile an organisation
stewardship-domiciliation-keep = Domicile
stewardship-domiciliation-kept = The domiciliation is saved.
stewardship-domiciliation-end = End
stewardship-domiciliation-end-kept = The last day is saved.
stewardship-domiciliation-no-day = Choose the last day.
stewardship-domiciliation-note-hint = The contract, the proofs.
stewardship-organisation = Organisation
stewardship-organisation-hint = A new organisation is first created under “Organisations”.
stewardship-last-day-of = Last day of { $name }
stewardship-reminder = Reminders of post
stewardship-reminder-days = Remind after, in days
stewardship-reminder-days-hint = Three reminders at most for a delivery; 0 never to remind.
stewardship-reminder-kept = The delay is saved.
stewardship-reminder-refused = From 0 to 90 days.
stewardship-refused-no-addressee = This person is not known here.
stewardship-refused-quantity = From 1 to { $maximum }.
stewardship-refused-delivery-ended = This delivery waits no more.
stewardship-refused-delivery-waiting = This delivery waits already.
stewardship-refused-taken-by = Write whom it is handed to.
stewardship-refused-no-organisation = This organisation is not known here.
stewardship-refused-domiciled = This organisation is domiciled already on these days.
stewardship-refused-domiciliation-ended = This domiciliation has ended already.
stewardship-mail-arrived-subject = { $kind ->
    [parcel] A parcel waits for you at { $place }
    [registered] A registered letter waits for you at { $place }
   *[letter] Post waits for you at { $place }
}
stewardship-mail-arrived-title = { $kind ->
    [parcel] { $count ->
        [one] A parcel arrived
       *[other] { $count } parcels arrived
    }
    [registered] { $count ->
        [one] A registered letter arrived
       *[other] { $count } registered letters arrived
    }
   *[letter] { $count ->
        [one] A letter arrived
       *[other] { $count } letters arrived
    }
}
stewardship-mail-arrived-text = It came on { $day }, for { $whom }.{ $known ->
    [yes] { " " }From: { $sender }.
   *[no] { "" }
}
stewardship-mail-arrived-after = Come to the desk when you like. Somebody may come for you: the desk notes whom it is handed to.
stewardship-mail-arrived-button = See my post
stewardship-mail-waiting-subject = { $kind ->
    [parcel] Your parcel still waits at { $place }
    [registered] Your registered letter still waits at { $place }
   *[letter] Your post still waits at { $place }
}
stewardship-mail-waiting-title = { $kind ->
    [parcel] A parcel still waits for you
    [registered] A registered letter still waits for you
   *[letter] Post still waits for you
}
stewardship-mail-waiting-text = It came on { $day }, for { $whom }.{ $known ->
    [yes] { " " }From: { $sender }.
   *[no] { "" }
}
stewardship-mail-waiting-after = If you cannot come, answer this message: we will find a way.
stewardship-mail-waiting-button = See my post
activity-delivery-received = wrote the delivery down
activity-delivery-handed-over = handed the delivery to { $name }
activity-delivery-returned = returned the delivery to its sender
activity-delivery-mistaken = cancelled the delivery, written down by mistake
activity-delivery-reopened = put the delivery back to wait
activity-organisation-domiciled = domiciled the organisation from { $day }
activity-organisation-domiciliation-ended = ended the domiciliation on { $day }
activity-deliveries-reminder-set = set the reminder of post to { $days } days
