# Repeating
spaces-repeat = Repeat
spaces-repeat-how = How often
spaces-repeat-never = Only once
spaces-repeat-daily = Every day
spaces-repeat-weekly = Every week
spaces-repeat-monthly-on = Every month, on the same date
spaces-repeat-monthly-nth = Every month, on the same weekday (such as the 2nd Tuesday)
spaces-repeat-monthly-last = Every month, on the last such weekday
spaces-repeat-every = Every
spaces-repeat-every-hint = 2 means every other day, week or month.
spaces-repeat-days = Days of the week
spaces-repeat-days-hint = For every week; without a choice, the day of the first date.
spaces-repeat-until = Until
spaces-repeat-count = Or how many times
spaces-repeat-count-hint = 200 at most.
spaces-repeat-next = Every date shows with its price and its conflicts before anything is booked.
spaces-repeat-see = See all dates
spaces-rule-daily = { $every ->
    [1] Every day
   *[other] Every { $every } days
}
spaces-rule-weekly = { $every ->
    [1] Every week: { $days }
   *[other] Every { $every } weeks: { $days }
}
spaces-rule-monthly-on = { $every ->
    [1] Every month, on day { $day }
   *[other] Every { $every } months, on day { $day }
}
spaces-rule-monthly-nth = { $every ->
    [1] Every month, the { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
       *[other] last
    } { $day }
   *[other] Every { $every } months, the { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
       *[other] last
    } { $day }
}
spaces-rule-count = { $count ->
    [one] once
   *[other] { $count } times
}
spaces-rule-until = until { $day }

# Series
spaces-series = Series
spaces-series-preview = All dates
spaces-series-dates-label = Dates
spaces-series-total = { $count ->
    [one] { $count } date: { $price }
   *[other] { $count } dates: { $price }
}
spaces-series-refused = { $count ->
    [one] { $count } date does not go. Leave it out, or change its hours or its space.
   *[other] { $count } dates do not go. Leave them out, or change their hours or their space.
}
spaces-series-skip-refused = Leave out what does not go
spaces-series-skip = Leave out
spaces-series-skipped = Left out
spaces-series-change-date = Other hours or space for this date
spaces-series-again = Look again
spaces-series-book = Book all these dates
spaces-series-not-yet = Some dates do not go yet.
spaces-series-booked = All dates are booked.
spaces-series-requested = Your request is sent for all dates. They are kept for you until we answer.
spaces-series-move = Move all to come
spaces-series-move-following = Move this one and the following
spaces-series-move-lead = Each stays on its day; hours and space change.
spaces-series-move-count = { $count ->
    [one] { $count } booking moves.
   *[other] { $count } bookings move.
}
spaces-series-move-same = The price stays { $price }.
spaces-series-move-price = Together they cost { $after } instead of { $before }.
spaces-series-move-confirm = Move them all
spaces-series-move-not-yet = Change the hours or the space, or leave the dates in conflict as they are.
spaces-series-leave = Leave as it is
spaces-series-moved = The bookings are moved.
spaces-series-cancel = Cancel all to come
spaces-series-cancel-following = Cancel this one and the following
spaces-series-cancel-free = { $count ->
    [one] { $count } booking is cancelled; nothing is due.
   *[other] { $count } bookings are cancelled; nothing is due.
}
spaces-series-cancel-fee = { $count ->
    [one] { $count } booking is cancelled; { $fee } stays due.
   *[other] { $count } bookings are cancelled; { $fee } stays due.
}
spaces-series-no-fee = Nothing due
spaces-series-cancel-confirm = Cancel them all
spaces-series-cancelled = The bookings are cancelled.
spaces-series-none-left = No booking of this series is left that could be changed.
spaces-refused-rule-malformed = This rule cannot be read.
spaces-refused-rule-every = Give a number between 1 and 99.
spaces-refused-rule-no-weekday = Choose a day of the week.
spaces-refused-rule-count = Give a number of dates between 1 and 200.
spaces-refused-rule-ends-before = The series ends before it begins.
spaces-refused-series-no-days = No date is left.
spaces-refused-series-too-many = A series has { $most } dates at most.
spaces-refused-series-on = On { $day } it does not go. Nothing was done: the dates are shown as they are now.

# Mails about series
spaces-mail-series-button = See the series
spaces-mail-series-booked-subject = { $count ->
    [one] { $count } booking confirmed: { $space }
   *[other] { $count } bookings confirmed: { $space }
}
spaces-mail-series-booked-text = Your series at { $place } is booked. The attached file adds every date to your calendar.
spaces-mail-series-booked-amount = Price in all: { $amount }.
spaces-mail-series-requested-subject = { $count ->
    [one] { $count } date requested: { $space }
   *[other] { $count } dates requested: { $space }
}
spaces-mail-series-requested-text = Your request at { $place } has arrived. The dates are kept for you until we answer; nothing is due before.
spaces-mail-series-requested-amount = Price in all: { $amount }.
spaces-mail-series-moved-subject = { $count ->
    [one] { $count } booking moved: { $space }
   *[other] { $count } bookings moved: { $space }
}
spaces-mail-series-moved-text = Bookings of your series at { $place } are moved. Here they are as they are now.
spaces-mail-series-moved-amount = Price in all: { $amount }.
spaces-mail-series-cancelled-subject = { $count ->
    [one] { $count } booking cancelled: { $space }
   *[other] { $count } bookings cancelled: { $space }
}
spaces-mail-series-cancelled-text = These bookings of your series at { $place } are cancelled.
spaces-mail-series-cancelled-amount = Still due: { $amount }.

# Log
activity-series-made = { $count ->
    [one] Series booked: { $count } date
   *[other] Series booked: { $count } dates
}
activity-series-moved = { $count ->
    [one] { $count } date moved
   *[other] { $count } dates moved
}
activity-series-cancelled = { $count ->
    [one] { $count } date cancelled
   *[other] { $count } dates cancelled
}
