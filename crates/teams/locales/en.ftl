# Teams: an organisation pays for its people.
teams-title = My team
teams-choose = Choose a team
teams-file = team
teams-use-of = Use in { $month }
teams-nobody = Nobody yet. Invite somebody.
teams-head-name = Name
teams-head-email = Address
teams-head-plan = Plan
teams-head-units = Units left
teams-head-days = Days present
teams-head-bookings = Bookings
teams-head-minutes = Minutes booked
teams-head-acts = Acts
teams-hours = { $count ->
    [0] less than an hour
    [one] 1 h
   *[other] { $count } h
}
teams-units-left = { $count ->
    [0] no unit
    [one] 1 unit
   *[other] { $count } units
}
teams-units-owed = { $count ->
    [one] 1 unit owed
   *[other] { $count } units owed
}
teams-other-payer = Somebody else pays today
teams-remove = Remove
teams-remove-of = Remove { $name } from the team
teams-remove-confirm = { $name } leaves the team today and pays for themselves from then on.
teams-remove-text = Somebody removed stays a member and pays for themselves. The plans that the organisation pays for them run to the end of their notice and commitment.
teams-remove-title = Remove somebody from the team
teams-remove-do = Remove from the team
teams-remove-not = Change nothing
teams-remove-undo = They stay a member. They can be invited into the team again; a plan that ended does not begin again by itself.
teams-plans-left = What the organisation still pays for
teams-plan-until = Last day of the plan, notice included: { $day }
teams-plan-committed = The commitment runs until { $day }: the plan ends that day
teams-plan-undone = Will not begin
teams-removed = They belong to the team no more.
teams-charges = What the organisation pays
teams-invite = Invite somebody
teams-invite-text = They get a link, good for two weeks. The organisation pays for them as soon as they accept.
teams-invite-send = Send the invitation
teams-invited = The invitation is on its way by mail.
teams-uninvite = Cancel
teams-uninvite-of = Cancel the invitation of { $name }
teams-uninvited = The invitation is cancelled.
teams-invitation-title = Join a team
teams-invitation-text = { $organisation } invites you into its team at { $place }. The organisation will pay for what you use, and whoever runs the team will see it.
teams-join = Join the team
teams-joined-title = Welcome
teams-joined-text = You belong to the team of { $organisation } at { $place }. If you have no account yet, a mail invites you to open it.
teams-link-spent-title = This link is no longer good
teams-payer-title = Who pays for me
teams-payer-lead = This holds for your next bookings and purchases. What was agreed before stays as it was.
teams-payer = Who pays
teams-payer-self = I do
teams-payer-kept = Noted.
teams-office-title = Team
teams-office-lead = Whoever runs the team adds and removes people, and sees what the organisation pays.
teams-managers = Who runs the team
teams-managers-none = Nobody yet.
teams-manager-who = Person
teams-manager-name = Let them run it
teams-manager-named = They run the team.
teams-manager-end-of = { $name } runs the team no more
teams-manager-ended = They run the team no more.
teams-everybody = The whole team
teams-refused-already-in = This person belongs to the team already.
teams-refused-already-invited = This person is invited already.
teams-refused-link-spent = This invitation was used, cancelled, or is too old.
teams-refused-not-in-the-team = This person does not belong to the team.
teams-refused-runs-already = This person runs the team already.
teams-refused-not-mine = You do not belong to that organisation.
teams-refused-contract = Their plan cannot end today: talk to the team of the place.
teams-mail-greeting = Hello { $name },
teams-mail-subject = { $organisation } invites you to { $place }
teams-mail-title = Join a team
teams-mail-text = { $organisation } invites you into its team at { $place }, and will pay for what you use there.
teams-mail-after = This link is good for two weeks. If you expected nothing, do nothing.
teams-mail-button = Join the team
permission-teams-own = Run the team of one’s organisation, choose who pays
permission-teams-grant = Say who runs the team of an organisation
activity-team-invited = invited { $name } into the team
activity-team-uninvited = cancelled the invitation of { $name }
activity-team-joined = { $name } joined the team
activity-team-removed = removed { $name } from the team
activity-team-manager-named = let { $name } run the team
activity-team-manager-ended = { $name } runs the team no more
activity-person-joined-team = joined a team
activity-person-left-team = removed from a team

# What is held about people.
teams-holding-affiliations = Teams and invitations
teams-holding-affiliations-purpose = To know which organisation pays for whom
