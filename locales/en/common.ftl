# Words that stand on every screen.

app-name = Backwise
# $page is the heading of the page: the title of the window
page-title = { $page } – Backwise
skip-link = Go to the main part
nav-label = Parts of Backwise
nav-today = Today
nav-record = Record
nav-plan = Plan
nav-exercises = Exercises
nav-learn = Learn
nav-settings = Settings
warning-signs = Warning signs
# The two halves of a wide window
pane-first = Overview
pane-second = Details
loading = One moment …
try-again = Try again
undo = Undo
not-rated = not rated
close = Close
cancel = Cancel
back = Back
yes = Yes
no = No
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
dose-steps = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}
dose-metres = { $metres ->
    [one] { $metres } metre
   *[other] { $metres } metres
}
dose-kilograms = { $kilograms } kg
# How far above its number the sheet lets somebody go. $what is the name of the number.
dose-up-to = { $what ->
    [sets] up to { $n } sets
    [repetitions] up to { $n } times
    [hold-seconds] hold up to { $n } seconds
    [seconds] up to { $n } seconds
    [minutes] up to { $n } minutes
    [breaths] up to { $n } slow breaths
    [walking-steps] up to { $n } steps
    [metres] up to { $n } metres
   *[other] up to { $n }
}
dose-each-side = each side
dose-left-side = left side
dose-right-side = right side

# What became of an exercise, in one or two words.
state-done = Done
state-some = Some
state-skipped = Skipped
state-stopped = Stopped
state-not-needed = Not needed
state-no-entry = No entry
state-begun = Begun
state-now = Now
state-later = Later
state-if-you-like = If you like
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
notes-general = Other notes
limits-in-force = Limits in force
# $day is a day and month
limits-until = Until { $day }
limits-until-told = Until your team says that it is over.
limits-until-passed = This was until { $day }. It stays until your team says that it is over.
contacts-title = Whom to ring
contact-about = { $name }, for: { $about }
from-your-sheet = From your sheet
# The sheet's own words, with and without where they come from
on-your-sheet = On your sheet: “{ $text }”
sheet-quoted = “{ $text }”

# When the next reminder comes, for a round that has no name but its time
health-next-by-clock = The next one: on { $day } at { $time }.
