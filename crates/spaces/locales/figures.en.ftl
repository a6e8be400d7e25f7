spaces-occupancy-spaces = Spaces
spaces-figures-people-title = People
spaces-figures-different = Different people
spaces-figures-organisations = Organisations charged
spaces-figures-organisations-month = Organisations charged, last month
spaces-figures-people = People
spaces-figures-offer = Offer
spaces-figures-audience = Audience
spaces-figures-by-offer = By offer
spaces-figures-by-offer-text = Half-days at a desk, by the plan held that day, the pass or the trial.
spaces-figures-by-audience = By audience
spaces-figures-by-audience-text = At a desk and in the rooms. A pass counts among nomads, a trial among people from outside.
spaces-figures-by-month = By month, over a year
spaces-figures-by-month-text = Whoever came ten times in a month counts once.
spaces-figures-nobody = Nobody came on these days.
spaces-figures-grounds = { $kind ->
    [pass] Pass
    [plan] Plan
    [trial] Trial
    [staff] Team
   *[debt] To be settled
}
spaces-figures-file = occupancy-{ $table }.csv
spaces-revenue-title = Revenue
spaces-revenue-text = What was charged to customers, net of VAT, in the month that it concerns; credit is taken off.
spaces-revenue-none = Nothing was charged in these months
spaces-revenue-none-text = Bookings, plans and passes appear here as soon as they are sold.
spaces-revenue-total = Total, net
spaces-revenue-by-month = By month
spaces-revenue-by-line = By line
spaces-revenue-line = Line
spaces-revenue-net = Net
spaces-revenue-charges = Charges
spaces-revenue-share = Share
spaces-revenue-family-head = Family
spaces-revenue-family = { $family ->
    [room] Rooms
    [plan] Plans
    [pass] Passes
    [desk] Desks
   *[other] Other
}
spaces-feed-by-space = One calendar for each space
spaces-feed-by-space-text = The same bookings, with who made them, space by space. These addresses stop answering with that of the place.
