# What the command line says. Doses, days, categories and changes come from the other files.

# Headings
cli-heading-any-time = At any time
cli-heading-appointment = Appointments
cli-heading-as-needed = If you need it
cli-heading-ask-first = Ask your team first if
cli-heading-bad-day = On a bad day
cli-heading-changes = What changes
cli-heading-changes-from = What changes, from { $day }
cli-heading-clearance = OKs from your team
cli-heading-contacts = Whom to ring
cli-heading-day-off = Days off
cli-heading-day-type = Kinds of day
cli-heading-equipment = You need
cli-heading-for-authors = For people who write plans
cli-heading-history = Plans taken in, newest first
cli-heading-in-words = Also on your sheet for this day; nobody asks you for it
cli-heading-limits = Limits in force
cli-heading-lines = Exercises
cli-heading-missed-dose = If a round was late or left out
cli-heading-muscles = What works
cli-heading-notes = Also on the sheet
cli-heading-pain = What your sheet says about pain
cli-heading-phase = Parts of your plan
cli-heading-precaution = Limits
cli-heading-programme = What takes turns
cli-heading-re-entry = Starting again after a pause
cli-heading-remarks = Please look at:
cli-heading-rounds = Rounds of the day
cli-heading-start = How to begin
cli-heading-steps = How to move
cli-heading-stop-if = Stop if
cli-heading-stopped = Stopped for now
cli-heading-watch-for = Look out for
cli-heading-weeks = This week

# A plan. $number is the number of its revision.
cli-plan-name = { $title }, revision { $number }
cli-plan-author = Written by { $author }
cli-plan-written = Written on { $day }
cli-plan-surgery = { $fusion ->
    [yes] Operation on { $day }, with screws, rods or bone graft
    [no] Operation on { $day }, no screws, rods or bone graft
   *[unknown] Operation on { $day }; whether there are screws, rods or bone graft is not known
}
cli-plan-operation = { $words }
cli-plan-discharge = At home since { $day }
cli-plan-starts = Begins on { $day }
cli-plan-review = Review on { $day }
# $day is the first day without the plan
cli-plan-ends = Over from { $day }
cli-plan-day-start = A new day begins at { $time }
cli-plan-quiet = Nothing rings from { $from } to { $until }
cli-plan-awake = Awake from { $from } to { $until }
cli-line-as-written = “{ $words }”
cli-line-source = From: { $source }
# $stage is what a stage says, or how a number goes up
cli-line-stage = Stage: { $stage }
cli-span-from = From { $first }
cli-span-from-through = From { $first } through { $last }
# What a note is about
cli-note-about = { $about ->
    [pain] If it hurts:
    [bad-day] On a bad day:
    [missed-round] If a round did not happen:
    [technique] Every time:
   *[general] In general:
}
cli-limits-stay = A limit stays until your team says that it is over.
cli-limit-until = { $limit } (written until { $until }; it stays until your team says that it is over)
cli-history-line = { $title }, revision { $number }, in force from { $from }

# Checking, comparing and taking in plan files
cli-check-file = { $checksum ->
    [right] Nothing is wrong with this file. It is as it was written.
    [wrong] This file can be read, but it was changed after it was written. Compare every line with the sheet.
   *[absent] Nothing is wrong with this file. It was written by hand: compare every line with the sheet.
}
cli-check-import = { $kind ->
    [first-plan] Taking it in gives the first plan, in force from { $from }.
    [revision] Taking it in gives revision { $number } of the present plan, in force from { $from }.
    [other-plan] It is another plan. Taking it in puts it in the place of the present one from { $from }.
   *[same-again] It is here already. Taking it in changes nothing.
}
cli-check-needs-yes = Read the plan below first. To take it in, say that you agree with --confirmed.
cli-imported = { $kind ->
    [first-plan] “{ $title }” is the plan now, in force from { $from }. To read it: plan show
    [revision] Revision { $number } of the plan is taken in, in force from { $from }.
    [other-plan] “{ $title }” takes the place of the plan before it from { $from }. What was recorded before stays as it is.
   *[same-again] It was here already. Nothing was changed.
}
cli-diff-before = Before: { $plan }
cli-diff-after = After: { $plan }
cli-diff-no-plan = no plan
# $number is that of the line on the sheet, $change a sentence of changes.ftl
cli-change-of-number = Number { $number }. { $change }
cli-changes-none = Nothing that is asked for.
cli-exported = The plan is written to { $file }.

# Days
cli-agenda-day = { $day } · day { $n } · week { $week }
# $n is the number of days with a minus sign
cli-agenda-before-surgery = { $day } · before the operation (day { $n })
cli-agenda-before-plan = The plan has not begun. Nothing is asked for on this day.
cli-agenda-after-plan = The plan has come to its end: it was written up to { $day }. Ask your physiotherapist what comes next.
# $from is the first day of the pause
cli-agenda-pause = You pause since { $from }. Nothing is asked of you.
cli-agenda-pause-waits = You paused from { $from }. The exercises wait until you say that you go on.
cli-agenda-bad-day = You said that this is not a good day.
cli-agenda-nothing = The plan has no exercises for this day.
cli-agenda-review-was-due = The review was due on { $day }. The plan goes on unchanged.
cli-agenda-about-minutes = { $minutes ->
    [one] about one minute
   *[other] about { $minutes } minutes
}
# The first, second ... of the day
cli-agenda-time = time { $n }
cli-agenda-record = record { $record }

# What is done when it is needed; $when is in the sheet's words
cli-as-needed = { $title }: { $when }
# A line that is done so many days a week
cli-week-done = { $asked ->
    [0] { $done ->
        [0] nothing asked this week
        [one] done on 1 day, nothing asked this week
       *[other] done on { $done } days, nothing asked this week
    }
    [one] done on { $done } of { $asked } day
   *[other] done on { $done } of { $asked } days
}
cli-week-today = { $today ->
    [available] may be done today
    [due] asked for today
    [complete] nothing more this week
    [resting] not today, it was done yesterday
    [resting-in-turn] not today, the turn before it was done yesterday
    [limit-holds] not while a limit of the sheet holds
    [stopped] stopped for now
   *[not-today] not today
}
# An exercise that takes turns, and the name of those turns
cli-week-in-turn = { $title }, of { $programme }
# $title may have its number before it
cli-not-asked = { $title }: { $why }
cli-not-asked-because = { $why ->
    [technique] every time you move this way
    [waits-for-ok] it waits for an OK from your team
    [limit] not while a limit of the sheet holds
   *[stage-waits] a later stage of it waits
}

cli-state-in-progress = begun
cli-state-done = done
cli-state-partly = some done
cli-state-skipped = { $reason ->
    [pain] skipped, it hurt
    [tired] skipped, too tired
    [no-time] skipped, no time
    [not-sure-how] skipped, not sure how
   *[other] skipped
}
cli-state-said-not-done = not done
cli-state-withheld = stopped for now
cli-agenda-stopped-until = { $title }: stopped until { $day }
cli-agenda-stopped-until-who = { $title }: stopped until { $day }; { $who } said so
cli-state-stopped-by-red-flag = stopped by a warning sign
cli-state-paused = in a pause
cli-state-not-required = not needed
cli-state-available = if you like
cli-state-upcoming = later
cli-state-due = now
cli-state-not-reminded = not reminded
cli-state-no-entry = no entry
cli-state-unknown = before Backwise was first opened
cli-state-entered-later = entered later
cli-state-corrected = corrected

# Entries. $place is a round or a time of the day, $outcome one of the states above.
cli-entry-bout = Recorded: { $title }, { $place }, { $day }: { $outcome }.
cli-entry-already = That was recorded already and stays as it is: { $title }, { $place }, { $day }: { $outcome }.
cli-entry-any-time = at any time
cli-entry-pain = { $place ->
    [back] Recorded: pain in the back { $score } of 10.
   *[leg] Recorded: pain in the leg { $score } of 10.
}
# What the sheet says to do about a number of no exercise
cli-pain-follows = { $outcome ->
    [go-on] Your sheet says that you can go on.
    [lighter] Your sheet says another dose from the next time on.
    [stop-some] Your sheet says: stop.
    [nothing-written] Your sheet says nothing about this number. Stop if it hurts more than your team told you to accept, and ask them.
   *[stop-session-second-stop] A second exercise is stopped today. Stop all exercises for now and ring your team.
}
cli-pain-ring = Ring: { $who }
cli-entry-record = The record is { $record }. To take it back: log undo { $record }
cli-entry-undone = The record { $record } is taken back. It stays in the file and no longer counts.

# Reminders
cli-reminders-off = Reminders are switched off. None will be shown.
cli-reminders-not-running = Reminders are switched on, but nothing is running that could show them.
cli-reminders-not-taken = Reminders are switched on, but the last one could not be shown. Look at the notification settings of this computer.
cli-reminders-not-tried = Reminders are switched on. None was shown yet, so it is not known whether they reach you. Settings in the app has a test reminder.
cli-reminders-running = Reminders are switched on and will be shown.
cli-reminders-none = No reminder lies ahead in these days.
cli-reminders-items = { $n ->
    [one] one exercise
   *[other] { $n } exercises
}

# Numbers
cli-report-days = From { $first } through { $last }
cli-report-total = All together
cli-report-words = “No entry” says that nobody entered anything, not that nothing was done.
cli-report-week = { $title }, { $first } to { $last }: { $done } of { $asked } days
cli-report-week-kept-back = { $title }, { $first } to { $last }: { $asked ->
    [0] nothing asked
   *[other] { $done } of { $asked } days
}; on { $kept ->
    [one] 1 day
   *[other] { $kept } days
} a limit or a stop kept it back
# A week of which nothing was asked, and all of it lay in a pause
cli-report-week-paused = { $title }, { $first } to { $last }: paused, nothing asked
cli-report-week-nothing = { $title }, { $first } to { $last }: nothing asked{ $done ->
    [0] {""}
    [one] , done on 1 day
   *[other] , done on { $done } days
}
cli-report-week-so-far = { $title }, { $first } to { $last }: { $done } of { $asked } days so far
cli-walk-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
cli-figure-days = { $done } of { $asked } days
cli-figure-sets = { $done } of { $asked } sets
cli-figure-repetitions = { $done } of { $asked } repetitions
cli-figure-minutes = { $done } of { $asked } minutes
cli-figure-breaths = { $done } of { $asked } slow breaths
cli-figure-steps = { $done } of { $asked } steps
cli-figure-metres = { $done } of { $asked } metres
cli-figure-partly-unsaid = how much is not said { $n }
cli-figure-prescribed = asked for { $n }
cli-figure-done = done { $n }
cli-figure-partly = some done { $n }
cli-figure-skipped = skipped { $n }
cli-figure-said-not-done = not done { $n }
cli-figure-withheld = stopped { $n }
cli-figure-stopped = stopped by a warning sign { $n }
cli-figure-paused = in a pause { $n }
cli-figure-not-required = not needed { $n }
cli-figure-no-entry = no entry { $n }
cli-figure-not-reminded = not reminded { $n }
cli-figure-unknown = before Backwise was first opened { $n }
cli-figure-open = open { $n }
cli-figure-entered-later = entered later { $n }
cli-figure-corrected = corrected { $n }

# The exercises
cli-exercise-name = Name in plan files: { $name }
cli-exercise-usual-dose = Usual first dose: { $dose } ({ $source })
cli-exercise-in-numbers = In numbers: { $numbers }
cli-exercise-number = { $name }: { $number }
cli-exercise-typical-start = Usually first given: { $decompression }, without screws, rods or bone graft. With them: { $fusion }. ({ $source })
cli-exercise-pace = Pace: { $pace }
cli-exercise-asks = Asked before it is done for one leg: { $question }
cli-exercise-poses = Key poses of the figure: { $count }
cli-exercises-none = Nothing found for “{ $search }”. Try another word or a shorter one. To see all exercises: catalogue
cli-exercise-easier = Gentler: { $names }
cli-exercise-harder = Harder: { $names }
cli-exercise-synonyms = Also called: { $names }
cli-exercise-flags = Asks for: { $names }
cli-exercise-not-reviewed = No clinician has reviewed this text. Your own sheet comes first.
cli-exercise-reviewed = Reviewed by { $by }

# Templates. $from and $until count full weeks after the operation.
cli-template-path = { $path ->
    [both] with or without screws, rods or bone graft
    [fusion] with screws, rods or bone graft
   *[decompression] without screws, rods or bone graft
}
cli-template-for = For people { $whom }
cli-template-weeks = { $from } to { $until } full weeks after the operation
cli-template-from-week = { $from } full weeks after the operation or later
cli-templates-are-lists = Nobody prescribed these. Every line is off until you find it on your own sheet and switch it on. To read one: template show ID

# The data folder
cli-data-folder = Data folder
cli-data-records = Records
cli-data-plan = Plan
cli-data-no-plan = none yet
cli-data-today = Today
cli-data-zone = Time zone
cli-data-reminders = Reminders
cli-data-sound = Nothing is wrong with the data.
cli-data-not-sound = Do not delete the data. Put your last copy of the folder in its place, or ask somebody to help you.
# What is wrong with the data file. $n says how often, $example names one.
cli-finding-damaged-pages = Parts of the data file are damaged ({ $n }): { $example }
cli-finding-strange-value = Values that cannot be right ({ $n }): { $example }
cli-finding-broken-reference = Entries that speak of something that is not there ({ $n }), in { $example }
cli-finding-recorded-twice = Exercises with more than one entry for the same time ({ $n })
cli-finding-correction-of-another-day = Corrections that speak of another day than what they correct ({ $n })
cli-finding-unreadable-plan = A plan that cannot be read any more: { $example }
cli-finding-unknown-line = Entries for lines that no plan here has ({ $n }), such as { $example }

# Why nothing was done, and what helps. One sentence for each code.
cli-refused-already-recorded = Something was recorded for { $title } already, and it stays. To change it, take it back first: log undo { $record }
cli-refused-ambiguous-line = “{ $found }” fits several lines of the plan. Give one of these names: { $choices }.
cli-refused-cannot-read-file = The file { $file } cannot be read: { $reason }.
cli-refused-cannot-write = The data cannot be written: { $detail }. Make room or choose another folder with --data. Nothing was changed.
cli-refused-cannot-write-file = The file { $file } cannot be written: { $reason }.
cli-refused-damaged = The data file is damaged: { $detail }. Do not delete it. Put your last copy of the folder in its place.
cli-refused-failed = Something went wrong: { $detail }. Nothing recorded before is lost.
cli-refused-file-exists = { $file } is there already and was left alone. Choose another name.
cli-refused-foreign-file = { $path } is not a Backwise data file. Choose another folder with --data. Nothing was changed.
cli-refused-in-use = Another Backwise is using the data. Close it, then try again.
cli-refused-newer-file = The data was written by a later Backwise (version { $found } of the file; this one knows { $known }). Install that Backwise. Nothing was changed.
cli-refused-no-data = There is no Backwise data in { $folder }. Take in a plan first: plan import FILE
cli-refused-no-data-folder = This system names no folder for the data. Choose one with --data.
cli-refused-no-plan = There is no plan yet. Take one in first: plan import FILE
cli-refused-no-rounds = { $line } belongs to no round on { $day }. Leave out --round, or choose with --time: { $choices }.
cli-refused-no-times = { $line } is done in rounds on { $day }. Choose with --round: { $choices }.
cli-refused-not-asked = The plan does not ask for { $line } on { $day }. Choose the day with --day. Nothing was recorded.
cli-refused-not-confirmed = This file was written by hand, was changed after it was written, or would take the place of another plan. Read it first with: plan check FILE. If it says what your sheet says, import it again with --confirmed. Nothing was changed.
cli-refused-not-found = There is no { $what } { $name }.
cli-refused-out-of-range = That cannot be taken: { $what } must be { $range }. Nothing was recorded.
cli-refused-refused = The file cannot be taken in. Nothing was changed.
cli-refused-unknown-exercise = Backwise knows no exercise { $found }. To see all of them: catalogue.
cli-refused-unknown-line = The plan has no line { $found }. Its lines: { $choices }.
cli-refused-unknown-round = { $line } is not in a round { $found } on { $day }. Choose with --round: { $choices }.
cli-refused-unknown-template = There is no template { $found }. To see all of them: template list.
cli-refused-unknown-time = { $line } has no time { $found } on { $day }. Choose with --time: { $choices }.
cli-refused-updated = Backwise was updated while this command ran. Run it again.
cli-refused-which-round = { $line } is done in several rounds on { $day }. Choose with --round: { $choices }.
cli-refused-which-time = { $line } is done several times on { $day }. Choose with --time: { $choices }.
