# Shell: what every page shares.
shell-skip = Skip to content
shell-demonstration = Demonstration place: its people, invoices and messages are made up.
shell-navigation = Navigation
shell-menu = Menu
shell-back = Go back
shell-confirm = Confirm
shell-continue = Continue
shell-dismiss = Dismiss this message
shell-optional = (optional)
shell-account-of = Account of
shell-my-account = My account
shell-hats = My hat
shell-language = Language
shell-theme = Dark display
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-search = Find a person, a company, a room
shell-search-hint = Name, company, e-mail, phone
shell-made-with = This site is made with Tribu, a commons for cooperative third places.
shell-form-refused = To be corrected
shell-history = History
shell-pagination = Pages of the list
shell-previous = Previous
shell-next = Next
shell-page-of = Page { $page } of { $pages }
shell-rows = { $count ->
    [0] no row
    [one] { $count } row
   *[other] { $count } rows
}
shell-copied = Copied
shell-job = Work in progress
shell-job-progress = { $done } of { $total }
shell-job-leave = You may leave this page: the work goes on, and you will find it here.
shell-job-failed = The work stopped before its end. What was done is kept; you can start it again without doing anything twice.
shell-job-done = The work is done.
shell-job-report = Report
shell-problem-home = Back to the home page
shell-problem-reference = Please quote this if you write to us: { $reference }
shell-problem-403-title = This page is not open to your account
shell-problem-403-text = Nothing was changed. If you wear several hats, change it in your account menu; otherwise ask the team of the place for access.
shell-problem-404-title = This page does not exist, or no longer does
shell-problem-404-text = The link may be old or mistyped. Nothing was lost.
shell-problem-429-title = Too many tries in a short time
shell-problem-429-text = To be careful, we are taking a break. Wait a few minutes, then try again.
shell-problem-500-title = Something broke on our side
shell-problem-500-text = You did nothing wrong. What you just sent was not half recorded: either all of it was, or nothing. Try again in a moment.
shell-problem-other-title = This request could not be handled
shell-problem-other-text = Nothing was changed. Go back to the previous page and try again.
shell-components = Components
