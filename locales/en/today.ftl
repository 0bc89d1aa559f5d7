# Today, the days beside it, and the page of one exercise of a day.

today-title = Today
today-day-and-week = Day { $day } · week { $week }
today-before-surgery = { $days ->
    [one] One day before your operation
   *[other] { $days } days before your operation
}

today-empty-title = There is no plan yet
today-empty-text = Backwise carries out the plan that your physiotherapist wrote for you. It shows what is for today, times it with you and keeps a record. It makes up no exercise of its own.
today-empty-open = Take in a plan file
today-empty-look = You can look at the exercises and the warning signs without a plan.

today-before-title = Your plan begins on { $day }
today-before-text = Nothing is asked of you before then. You can read your plan now.
today-after-title = Your plan has come to its end
today-after-text = Your sheet was written up to here. Ask your physiotherapist what comes next.
today-read-plan = Read the plan

# $round is the round's name as the plan writes it, $lower the same beginning with a small letter.
# $form is "word" when the name is one plain word such as Morning, else "name".
today-next = { $form ->
    [word] Next: your { $lower } round
   *[name] Next: { $round }
}
today-later = { $form ->
    [word] Your { $lower } round is at { $time }
   *[name] { $round } is at { $time }
}
today-nothing-now = Nothing is asked of you now
# Title of the card of a round. $minutes is 0 when the sheet does not say enough to tell.
today-exercises = { $exercises ->
    [1] One exercise
    [2] Two exercises
    [3] Three exercises
    [4] Four exercises
    [5] Five exercises
    [6] Six exercises
    [7] Seven exercises
    [8] Eight exercises
    [9] Nine exercises
   *[other] { $exercises } exercises
}{ $minutes ->
    [0] { "" }
    [1] , about one minute
   *[other] , about { $minutes } minutes
}
today-start = Start
today-go-on = Go on
today-session-open-title = A round is open
today-session-open-text = It waits for you where you left it.
today-session-open-go = Go back to it
today-all-done-title = That is all for today
today-all-done-text = Nothing more is asked of you. Rest well.
today-only-any-time-title = No rounds today
today-only-any-time-text = What is below can be done at any time of the day.
today-nothing-title = Nothing is asked of you today
today-nothing-text = Your plan has no exercises for this day.
today-rounds-over-title = The rounds of today are over
today-rounds-over-text = Leave what was left open. You do not have to make up for it.
today-rounds-done-title = Your rounds are done
today-rounds-done-text = What is left can be done at any time today.

# They lead to Settings, where the rest is said.
today-reminders-not-running = Reminders cannot reach you now, because the reminder program is not running. Tap here to fix it.
today-reminders-not-taken = Reminders cannot reach you now, because the last one could not be shown. Tap here to fix it.

today-rounds = The rounds of today
day-rounds = The rounds of this day
today-any-time = At any time today
day-any-time = At any time of the day
today-did-one = I did one
today-did-it = I did it
# Read to people who cannot see which row the button stands in
today-did-one-of = I did one: { $title }
today-did-it-of = I did it: { $title }

today-yesterday-title = There is no entry for yesterday
today-yesterday-text = You do not have to make up for it. Did you do any of it?
today-yesterday-open = Yes, enter it
today-yesterday-leave = Leave it
today-review-was-due = Your review was due on { $day }. Your plan goes on unchanged until your team says otherwise.

day-previous = Day before
day-next = Day after
day-to-today = Back to today
day-turn = Other days
day-ahead = This day is still to come. You can read what it will ask for.

# The page of one exercise on one day.
item-sheet-says = Your sheet says
item-how-much = How much
item-times = How many
item-occurrences = Each time on this day
item-sets = Sets
item-hold = Hold
item-rest = Rest between sets
item-side = Side
item-minutes = How long
item-breaths = Slow breaths
item-range = How far
item-load = Weight or band
item-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
item-side-each = Each side
item-side-left = Left
item-side-right = Right
item-not-given = Not on your sheet. Ask your physiotherapist.
item-to-come = This day has not come yet.
item-state = What is recorded
item-how-to = How to do it
item-ask-done = Did you do it?
item-correct = Is that not right?
item-done = Done
item-some = Some of it
item-skip = Skip it
item-not-done = I did not do it
item-take-back = Take the entry back
item-some-title = How much, if you know?
item-some-text = You can leave this as it is.
item-some-sets = Whole sets
item-some-times = Times in the last set
item-not-said = Not said
item-fewer = Fewer: { $what }
item-more = More: { $what }
item-save = Save
item-skip-title = Why do you skip it?
item-seen-times = { $times ->
    [one] Backwise counted one time with you.
   *[other] Backwise counted { $times } times with you.
}
item-seen-minutes = Backwise timed { $time } with you.
item-entered-later = You entered it on a later day.
item-corrected = You corrected it.
item-gone = This exercise is not part of that day.

state-says-done = You did it.
state-says-partly = You did some of it. That counts.
state-says-skipped-pain = You skipped it because it hurt.
state-says-skipped-tired = You skipped it because you were too tired.
state-says-skipped-no-time = You skipped it because there was no time.
state-says-skipped-not-sure-how = You skipped it because you were not sure how to do it.
state-says-skipped-other = You skipped it.
state-says-not-done = You said that you did not do it.
state-says-upcoming = Its time has not come yet.
state-says-due = It is time for it now.
state-says-in-progress = You began it. The rest is still open.
state-says-no-entry = That round is over and nothing was entered. Leave it. If you did do it, you can still say so.
state-says-no-entry-any-time = That day is over and nothing was entered. Leave it. If you did do it, you can still say so.
state-says-not-reminded = Nothing was entered, and no reminder reached you. If you did do it, you can still say so.
state-says-unknown = This was before Backwise was opened for the first time. If you did do it, you can say so.

saved-done = Saved: { $title }, done
saved-some = Saved: { $title }, some of it
saved-skipped = Saved: { $title }, skipped
saved-not-done = Saved: { $title }, not done
saved-already = That was recorded already. It stays as it is.
saved-taken-back = The entry for { $title } is taken back
saved-undone = Undone
