# Words that stand on every screen.

app-name = Backwise
# $page is the heading of the page: the title of the window
page-title = { $page } – Backwise
skip-link = Go to the main part
nav-label = Parts of Backwise
nav-today = Today
nav-plan = Plan
nav-exercises = Exercises
nav-settings = Settings
warning-signs = Warning signs
# The two halves of a wide window
pane-first = Overview
pane-second = Details
loading = One moment …
try-again = Try again
undo = Undo
close = Close
cancel = Cancel
back-to-today = Back to Today
updated-title = Backwise was updated
updated-text = Please close this window and start Backwise again. Everything you recorded is kept.

# How much of an exercise. These stand one after the other, with commas between them.
dose-sets-of = { $sets ->
    [one] { $sets } set of { $times }
   *[other] { $sets } sets of { $times }
}
dose-sets = { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
}
dose-times = { $times ->
    [one] once
   *[other] { $times } times
}
dose-hold = { $seconds ->
    [one] hold { $seconds } second
   *[other] hold { $seconds } seconds
}
dose-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
dose-breaths = { $breaths ->
    [one] { $breaths } slow breath
   *[other] { $breaths } slow breaths
}
dose-each-side = each side
dose-left-side = left side
dose-right-side = right side

# What became of an exercise, in one or two words.
state-done = Done
state-some = Some
state-skipped = Skipped
state-not-done = Not done
state-no-entry = No entry
state-started = Started
state-now = Now
state-later = Later
# $done of $all exercises were answered
state-done-of = { $done } of { $all } done
# An exercise that is done several times a day
times-today = { $done } of { $all } today
times-that-day = { $done } of { $all }

reason-pain = It hurt
reason-tired = Too tired
reason-no-time = No time
reason-not-sure-how = Not sure how
reason-other = Something else

# How sheets number their lines: people say "do number 1"
sheet-number = Number { $number } on your sheet

# The parts of the sheet that are not exercises.
notes-pain = If it hurts
notes-bad-day = On a bad day
notes-missed-round = If a round did not happen
notes-technique = Every time
notes-general = Also on your sheet
limits-title = Limits in force
# $day is a day and month
limits-until = Until { $day }
limits-until-passed = It was written up to { $day }. It stays in force until your team says that it is over.
contacts-title = Whom to ring
contact-about = { $name }, { $about }
from-your-sheet = From your sheet
