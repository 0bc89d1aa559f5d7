# Typing in a paper sheet, changing a plan, a visit, and earlier versions.
# The reader is sore, often over 60, and has the paper beside them. One thing at a time, plain words.

## Fields

field-less = Less: { $what }
field-more = More: { $what }
field-none = No time
field-none-of = No time: { $what }
field-take-out = Take out: { $what }
field-day-none = Empty: no day is chosen yet.
field-absent = Not on my sheet
field-absent-of = Not on my sheet: { $what }
field-number = Please type a whole number from { $least } to { $most }.
field-number-tenths = Please type a number from { $least } to { $most }, with at most one digit after the point.

## The sheet

edit-title = Your sheet
edit-new-title = A new sheet
edit-change-title = Changing your plan
edit-none-title = Type in your sheet
edit-none-text = You type in your paper sheet line by line. A line is one exercise of your sheet. You can stop at any time: it stays as it is until you go on.
# `all` is 0 where nobody has said how many lines the sheet has
edit-progress = { $all ->
    [0] { $entered ->
        [0] No line entered yet
        [one] { $entered } line entered
       *[other] { $entered } lines entered
    }
   *[other] { $entered } of { $all } lines entered
}
edit-kept = Everything you type is kept at once. Nothing changes on Today until you say so at the end.
edit-saved = Saved
edit-head = The top of your sheet
edit-head-more = More that may stand there
edit-operation = Your operation
edit-operation-on = Operation on { $day }
edit-sheet-title = What is your sheet called?
edit-sheet-title-hint = Its heading, or a name that you know it by.
edit-surgery = Day of the operation
edit-fusion = Did they put in screws, rods or bone graft?
edit-fusion-hint = Some exercises wait longer then.
edit-fusion-yes = Yes
edit-fusion-no = No
edit-fusion-unknown = I don’t know
edit-first-day = From which day on do you follow this sheet?
edit-first-day-hint = If it does not say so: the day on which you were given it.
edit-review = Review
edit-review-hint = The day on which your team looks at it again, if you know it. The plan goes on after it.
edit-lines-on-sheet = How many lines does your sheet have?
edit-lines-on-sheet-hint = Here a line is one exercise, however long its text is. Count them, and Backwise can say how many are left. It may stay empty.
edit-operation-words = What was done
edit-operation-words-hint = In the words of your sheet.
edit-discharge = Day you came home
edit-author = Who wrote the sheet
edit-written = Day it was written
edit-ends = First day on which it is over
edit-ends-hint = Only if your sheet says that it ends.
edit-lines = The lines of your sheet
edit-lines-none = No line yet. A line is one exercise of your sheet. Begin with the first one, in the order of the paper.
edit-first-line = Add the first line
edit-next-line = Add the next line
edit-line-after = Go to the next line
edit-move = Move, copy or remove lines
edit-move-end = Done with moving
edit-moved = { $line } is now number { $to } of { $all }
edit-up = Move up: { $line }
edit-down = Move down: { $line }
edit-copy = Copy
edit-copy-of = Copy: { $line }
edit-copied = Copied: { $line }
edit-remove = Remove
edit-remove-of = Remove: { $line }
edit-removed = Removed: { $what }
edit-line-open = { $count ->
    [one] One question open
   *[other] { $count } questions open
}
edit-line-wrong = Something does not fit
edit-line-whole = Complete
edit-line-read = Compared with your sheet
edit-line-nameless = A line without words
edit-rules-title = What else your sheet says
edit-rules-text = Times of the day (rounds), limits, pain, bad days, whom to ring.
edit-rules-said = { $count ->
    [one] One thing entered
   *[other] { $count } things entered
}
edit-rules-open = Enter what else it says
edit-rules-page = Look through your sheet once more. What is not on it, leave out.
edit-read-back-text = At the end you compare everything with your paper. Only then it is taken in.
edit-read-back = Compare with my sheet
edit-to-sheet = Back to the sheet
edit-discard = Throw this away
edit-discard-title = Throw away what you typed?
edit-discard-text = Everything typed here is gone then. Your present plan stays as it is.
edit-discard-yes = Yes, throw it away
edit-discard-no = No, keep it

## A line

edit-next-title = Line { $number }
edit-words = The words on your sheet
edit-words-hint = Copy one exercise with all its numbers, such as “Bridge: 3 x 10, twice a day”. Your words stay as you type them.
edit-words-missing = Please type the words first, as they stand on your sheet.
edit-number = Its number on the sheet
edit-number-hint = Only if the exercises of your sheet have numbers.
edit-number-use = It is number { $number }
edit-source = Which sheet is it from?
edit-source-hint = Only if you have several sheets. Such as “ward leaflet”, “physiotherapist” or “surgeon”.
edit-source-use = It is from: { $source }
edit-go-on = Go on
edit-line-of = Line { $line } of { $all }
edit-line-gone = This line is not there any more
edit-line-gone-text = It was removed. Go back to the sheet.
edit-line-reads = Backwise reads it like this
edit-line-not-yet = Still to answer
edit-line-remove = Remove this line
edit-section-open = Please answer
edit-suggestions = The sheet seems to say
edit-suggestions-text = These are only suggestions. Nothing is used until you tap it.
edit-number-said = Number { $number } on your sheet
edit-use = Use this
edit-use-of = Use this: { $what }
edit-use-all = Use all { $count } of these
edit-seems = The sheet seems to say: { $what }. Use this
edit-reading-often = { $what }. How often, I say next
edit-reading-type = Something else: let me say it
edit-taken = Used: { $what }
edit-part-not-on = every day, but not { $days }
edit-part-day-off = but nothing of the whole sheet { $days }
edit-part-last-day = the last day is { $day }
edit-part-every-days = { $n ->
    [2] every second day
   *[other] every { $n } days
}
edit-exercise = Which exercise is it?
edit-exercise-search = Search for the exercise
edit-exercise-hint = Any word will do: “clam”, “belly brace”, “walk”.
edit-exercise-found = { $count ->
    [one] One exercise. Tap it if it is the right one.
   *[other] { $count } exercises, the likeliest first. Tap the right one.
}
edit-exercise-own = It is not in the list
edit-exercise-other = Choose another exercise
edit-exercise-words = Say it in words of my own
edit-own-title = What is it called?
edit-own-title-hint = As your sheet calls it.
edit-own-title-missing = Please give it a name first.
edit-own-step = How to do it, step { $number }
edit-own-more = One more step
edit-own-save = Use this exercise
edit-dose = How much?
edit-dose-sets = Sets
edit-dose-sets-hint = If your sheet says no sets, leave this empty. “10 times” needs none.
edit-dose-times = How many times
edit-dose-hold = Hold each time
edit-dose-rest = Rest in between
edit-dose-minutes = Minutes
edit-dose-breaths = Slow breaths
edit-dose-seconds = Keep moving for
edit-dose-steps = Steps
edit-dose-metres = Metres
edit-unit-sets = sets
edit-unit-times = times
edit-unit-seconds = seconds
edit-unit-minutes = minutes
edit-unit-breaths = breaths
edit-unit-steps = steps
edit-unit-metres = metres
edit-unit-kg = kg
edit-unit-days = days
edit-unit-weeks = weeks
edit-unit-hours = hours
edit-unit-a-day = times a day
edit-dose-more = Anything else: how far, weight, a range
edit-dose-up-to = Up to, if there is a range: { $what }
edit-dose-up-to-hint = “8 to 10” means 8 above and 10 here.
edit-dose-range = How far
edit-dose-range-hint = In the sheet’s words, such as “half height”.
edit-dose-load = Weight or band
edit-dose-load-hint = In the sheet’s words, such as “red band”.
edit-dose-load-kg = Weight
edit-dose-load-most = The most weight or band
edit-dose-load-most-kg = The most weight
edit-dose-nothing = My sheet does not say how much
edit-dose-technique = It has no amount: I do it every time I move that way
edit-side = On which side?
edit-side-both = Both sides at the same time, or there is no side
edit-side-each = Each side
edit-side-left = Left only
edit-side-right = Right only

## How often

edit-often = How often?
edit-way = When is it done?
edit-way-due = On set days
edit-way-as-needed = Only when I need it
edit-way-technique = Every time I move that way
edit-bouts = How often on such a day?
edit-bouts-any-time = At any time of the day
edit-bouts-in-rounds = At times of the day (rounds), such as morning and evening
edit-bouts-every-hours = Every few hours
edit-times-a-day = How many times?
edit-times-more = More may be done, or a gap is asked for
edit-times-most = The most, if there is a range
edit-times-most-hint = “4 to 6 times” means 4 above and 6 here.
edit-gap = At least so long apart
edit-gap-round = At least so long after the round before
edit-gap-round-hint = Only if your sheet says so. 3 hours are 180 minutes.
edit-rounds = In which rounds?
edit-round-add = Add a round
edit-round-new = What is the round called?
edit-round-new-hint = Such as “Morning” or “after breakfast”.
edit-round-make = Add this round
edit-round-at = { $title } at { $time }
edit-every-hours = Every how many hours?
edit-between = Between which times?
edit-between-times = My sheet gives times
edit-between-awake = While I am awake
edit-between-awake-hint = Say your hours awake under “Times of the day: rounds and hours”.
edit-between-first = First time of the day
edit-between-last = Last time of the day
edit-between-hint = Both times count too.
edit-days = On which days?
edit-days-every-day = Every day
edit-days-weekdays = On some weekdays
edit-days-not-on = Every day but some
edit-days-times-a-week = So many days a week
edit-days-every-n-days = Every few days
edit-days-turn = In turn with others
edit-on-days = On these days
edit-not-on-days = Not on these days
edit-a-week = On how many days a week?
edit-not-running-unsaid = No, or my sheet does not say
edit-not-running-hint = If it does not say so, it may be done two days running.
edit-week-starts = On which day do your sheet’s weeks begin?
edit-week-starts-hint = So many days a week are counted from this day on. It is the same for the whole sheet.
edit-week-starts-unsaid = { $day }, or my sheet does not say
edit-every-n = Every how many days?
edit-every-n-hint = 2 means every second day.
edit-every-n-from = A day on which it is done
edit-turn-none = Nothing takes turns on your sheet yet.
edit-turn-make = Say what takes turns
edit-turn-of = In which programme?
edit-turn = In which turn?
edit-needed-when = When may it be done?
edit-needed-when-hint = In the sheet’s words, such as “if the calf feels tight”.
edit-needed-most = At most
edit-needed-ask = What should you ask yourself first?
edit-needed-ask-hint = Only if your sheet says so.
edit-technique-text = Such as the log roll. It is shown on Today, and never counted or reminded of.

## From when until when

edit-when = From when until when?
edit-when-whole = All the time of this sheet
edit-span = When does it hold?
edit-span-days = From or until a day
edit-span-weeks = For some weeks
edit-span-from = From
edit-span-until = Until
edit-span-until-hint = Only if your sheet gives an end.
edit-span-week-first = First week
edit-span-week-last = Last week, if there is one
edit-weeks-counted = How does your sheet count weeks? When does week { $week } begin?
edit-weeks-counted-hint = Sheets differ. The first day of your sheet often tells.
edit-weeks-from-1 = On { $day }: the first seven days are week 1
edit-weeks-completed = On { $day }: { $week } whole weeks have passed
edit-day-on = A date
edit-day-after-surgery = Days after the operation
edit-day-after-discharge = Days after I came home
edit-day-after-start = Days after the sheet’s first day
edit-day-count-after-surgery = How many days after the operation?
edit-day-count-after-discharge = How many days after you came home?
edit-day-count-after-start = How many days after the sheet’s first day?
edit-day-date = Which day?
edit-day-first-without = First day on which it is over
edit-day-today = today
edit-day-ago = { $days ->
    [1] yesterday
   *[other] { $days } days ago
}
edit-day-ahead = { $days ->
    [1] tomorrow
   *[other] in { $days } days
}
edit-day-beside = day { $day }, week { $week }
edit-day-before-surgery = { $days ->
    [one] one day before the operation
   *[other] { $days } days before the operation
}
edit-day-meant = That is { $day }: { $beside }.
edit-day-last = So the last day is { $day }.
edit-date-add = Add this date
edit-ok = Does it wait for an OK?
edit-ok-none = No, it waits for nobody
edit-ok-text = Only if your sheet says that somebody of your team has to agree first.
edit-ok-which = Which OK?
edit-ok-new = Yes, somebody has to agree first
edit-ok-other = Another OK
edit-ok-words = What does your sheet say about it?
edit-ok-words-hint = Such as “if the nurse agrees”.
edit-ok-make = Add: they have to agree first
edit-ok-whom = Whose OK?
edit-ok-whom-hint = Such as “the nurse”.
edit-ok-ask = Day on which to ask for it
edit-switch-on = Switch this line on

## What changes later

edit-later = Does it change later?
edit-later-none = No, it stays as it is
# Words of the line that nothing is suggested for
edit-not-read = Backwise made nothing of “{ $words }”. Does it say from when, until when, or whose OK it waits for? Then answer that below.
edit-later-words = Your sheet also says “{ $words }”. What does it mean?
edit-later-also = Your sheet also says “{ $words }”. Please look whether what you entered here fits that.
edit-later-first = The first days are different
edit-later-stage = From some day on it is different
edit-later-another = And then it changes again
edit-later-grow = It grows little by little
edit-later-make = Make it so
edit-later-holds = Yes, it stays so
# A line of which a step has begun; after it comes what it asks for
edit-from = From { $day }, Backwise asks for:
edit-from-change = Change it from that day on
edit-from-first = Put right how the sheet begins
edit-first-days = For how many days?
edit-first-days-hint = Counted from the sheet’s first day. One week is 7.
edit-first-days-from = Counted from { $day }. One week is 7.
edit-stage-number = Stage { $number }
edit-stage-remove = Remove stage { $number }
edit-stage-words = The words on your sheet for it
edit-stage-begins = When does it begin?
edit-stage-begins-on = On a day
edit-stage-begins-in-week = In a week
edit-stage-begins-after-done-days = After I did it on some days
edit-stage-begins-when-agreed = When I say so
edit-stage-begins-with-clearance = When my team says so
edit-stage-on = From
edit-stage-not-before = Not before
edit-stage-done-days = After how many days on which I did it?
edit-stage-until = Does it end again?
edit-stage-until-hint = After its end the next stage holds. The last stage stays.
edit-stage-differs = What is different then?
edit-stage-differs-hint = What you do not choose stays as it is.
edit-stage-differs-dose = How much
edit-stage-differs-how-often = How often
edit-stage-differs-side = Which side
edit-stage-differs-replaces = Another line rests
edit-stage-replaces = Which lines rest meanwhile?
edit-growth = It grows little by little
edit-growth-remove = Remove: it grows little by little
edit-growth-every-weeks = Every so many weeks
edit-growth-every-days = Every so many days
edit-growth-every-count-weeks = Every how many weeks?
edit-growth-every-count-days = Every how many days?
edit-growth-most-hint = Does your sheet not say it? Ask up to how much. Until then this line can wait.
edit-growth-from = When does it grow for the first time?
edit-growth-from-hint = Until then it is as you entered it above.

## Questions that are still open

edit-asked-title = What is the sheet called?
edit-asked-surgery-date = When was the operation?
edit-asked-fusion = Did they put in screws, rods or bone graft?
edit-asked-first-day = From which day on do you follow it?
edit-asked-exercise = Which exercise is it?
edit-asked-dose = How much of it?
edit-asked-side = On which side?
edit-asked-which-days = On which days?
edit-asked-how-often = How often on such a day?
edit-asked-counting-from = Counted from which day?
edit-asked-not-running = Never two days running?
edit-asked-between-hours = Between which hours?
edit-asked-later = Does what comes later still hold?
edit-asked-which-day = Which day is meant?
edit-asked-grows = What grows?
edit-asked-grows-by = By how much each time?
edit-asked-grows-every = How often does it grow?
edit-asked-grows-most = Up to how much at most?
edit-asked-time = At what time, or without one?
edit-asked-day = Which day?
edit-asked-trigger = When does it count: how much pain?
edit-asked-where = Which pain?
edit-asked-when = When do you look at it?
edit-asked-then = What is to be done then?
edit-asked-lasts = For how long?
edit-asked-rounding = Rounded up or down?
edit-asked-until = Until when does it hold?
edit-asked-about = What is it about?
edit-asked-advance = What makes the next turn come?
edit-asked-number = What is the number?

## What does not fit, and how to mend it

edit-problem-dose-missing = It is not said how much. Enter a number, or tap “My sheet does not say how much”.
edit-problem-weeks-not-counted = Your sheet speaks of weeks. Please say how it counts them.
edit-problem-no-discharge = This counts from the day you came home. Please enter that day at the top of your sheet.
edit-problem-limit-without-end = Please say until when this limit holds.
edit-problem-missing-key = Something is missing here. Please fill it in.
edit-problem-bad-length = This is empty or too long. It can have up to { $most } letters.
edit-problem-out-of-range = { $found } cannot be. It can be from { $least } to { $most }.
edit-problem-wrong-order = { $found } cannot be. The smaller number comes first.
edit-problem-ends-before-it-starts = The end, { $until }, is not after the beginning, { $from }. Please look at both.
edit-problem-growth-without-number = There is no number yet that can grow. Enter it under “How much?”, below the most that it may reach.
edit-problem-up-to-too-low = { $asked ->
    [none] You entered “up to { $found }”. Please also enter the number that it begins with, under “How much?”.
   *[other] You entered { $asked } under “How much?”, so “up to” must be more than { $asked }.
}
edit-problem-clearance-is-usual = For “{ $line }” teams often want to give their OK first. Your sheet asks for no OK. If your physiotherapist gave you this line, leave it as it is. If you are unsure, ask.
edit-problem-given-and-not-given = There is a number, and also “Not on my sheet”. Please keep one of them.
edit-problem-too-precise = A weight can have one digit after the point, such as 4.5.
edit-problem-stage-start-missing = Please say when this begins.
edit-problem-empty-list = { edit-problem-missing-key }
edit-problem-side-missing = { edit-asked-side }
edit-problem-unknown-exercise = { edit-asked-exercise }
edit-problem-clearance-unused = No exercise and no limit needs this OK yet. Open what has to wait for it, and choose this OK there. If nothing has to wait, remove it.
edit-problem-round-before-day = This kind of day begins at { $start }, after the round “{ $round }” at { $at }. Give the round another time on such days, leave it out, or let the day begin earlier.
edit-problem-slot-unreachable = The round “{ $round }” is at { $at }, but nothing may begin after { $latest }. Please look at both times.
edit-problem-more-than-the-most = “{ $line }” is in { $times } rounds, but your sheet allows it { $most } times a day at most. Please look at both.
edit-problem-too-many-days-apart = On { $times } days a week, and never two days running: that does not fit into a week. Up to 3 days do. Please look at both.
edit-problem-hold-without-repetitions = How many times do you hold it? Enter “How many times”. If your sheet does not say it, tap “Not on my sheet” beside it.
edit-problem-pain-part-missing = Please say how much less.
edit-problem-awake-missing = When are you awake? Enter it under “Times of the day: rounds and hours”.
edit-problem-phase-gap = Between “{ $first }” and “{ $second }” there are days that belong to neither. Let “{ $second }” begin where “{ $first }” ends.
edit-problem-phases-overlap = “{ $first }” and “{ $second }” share some days. Let “{ $first }” end on the day on which “{ $second }” begins.
edit-problem-programme-needs-days = Turns that come on their day need days that are fixed: every day, some weekdays, or every few days.
edit-problem-unknown-name = { $kind ->
    [contact] “{ $found }” is not among those to ring any more. Please choose again.
    [appointment] The appointment that this waits for is not on the sheet. Enter the review at the top of your sheet, or choose again.
   *[other] What this names is not on the sheet any more. Please choose again.
}

## Rules of the sheet

edit-rule-missing = Please type something first.
edit-rule-words-hint = Copy them as they stand there.
edit-rule-said = { $count ->
    [one] One entered
   *[other] { $count } entered
}
edit-rule-rounds = Times of the day: rounds and hours
edit-rule-rounds-text = A round is a time of the day at which you exercise, such as the morning. Also when nothing may ring.
edit-rule-late = If a round was late or left out
edit-rule-late-text = How far apart, the most in a day, nothing after an hour.
edit-rule-limits = Limits
edit-rule-limits-text = What you must not do, or not too much of, and until when.
edit-rule-pain = If it hurts
edit-rule-pain-text = When to stop, do less, or ring.
edit-rule-bad-day = On a bad day
edit-rule-bad-day-text = What is enough then.
edit-rule-days-off = Days off
edit-rule-days-off-text = Days on which nothing is done, or only some of it.
edit-rule-appointments = Appointments
edit-rule-appointments-text = Checks and visits beside the review.
edit-rule-oks = OKs from your team
edit-rule-oks-text = What begins only when somebody agrees.
edit-rule-contacts = Whom to ring
edit-rule-contacts-text = Names and numbers on your sheet.
edit-rule-notes = Anything else
edit-rule-notes-text = What Backwise can only show you, in your sheet’s words.
edit-rule-after-pause = After a pause
edit-rule-after-pause-text = How to begin again.
edit-rule-parts = Parts of the plan
edit-rule-parts-text = If your sheet has parts with exercises of their own, such as weeks 3 to 6.
edit-rule-turns = Exercises that take turns
edit-rule-turns-text = If your sheet says: A today, B the next time.
edit-rule-day-kinds = Other kinds of day
edit-rule-day-kinds-text = If some days go differently for you, such as with a late shift.
edit-round-title = Name of the round
edit-round-routine = Before or after what in your day?
edit-round-routine-hint = Such as “after breakfast”.
edit-round-time = Time
edit-round-time-hint = A round without a time does not ring.
edit-round-usual = A usual time is { $time }. Use this
edit-round-no-time = No time
edit-round-late = What your sheet says if this round is late or left out
edit-round-late-hint = Only if it says something of this round alone.
edit-hours = Hours of your day
edit-hours-from = From
edit-hours-until = Until
edit-day-start = A new day begins at
edit-day-start-hint = What you do before this time counts for the day before. { $time } if nobody said anything else. Change it if you work at night, or are up late.
edit-quiet = Nothing may ring
edit-quiet-hint = Such as from 21:00 until 7:00. Both times are needed.
edit-awake = I am awake
edit-awake-hint = Needed only for what is done every few hours.
edit-late-gap-hint = Between two times of the same exercise, if your sheet says it of everything. 3 hours are 180 minutes.
edit-late-most = At most so often of one exercise
edit-late-start = Begin nothing after
edit-late-start-hint = After this time nothing more is offered on that day.
edit-late-ring = No reminder after
edit-limit-add = Add this limit
edit-limit-hint = Such as “no lifting over 4.5 kg until the review”.
edit-limit-kinds = What does it keep you from?
edit-limit-kinds-hint = You can choose several. What you choose or type is kept at once.
edit-limit-lift = The heaviest you may lift
edit-limit-lift-hint = Only if your sheet gives a weight.
edit-limit-sit = The longest sitting at a time
edit-limit-up = Then be up for
edit-limit-until = Until when does it hold?
edit-limit-until-hint = Choose all that your sheet says.
edit-limit-until-told_otherwise = Until my team says otherwise
edit-limit-until-appointment = Until an appointment
edit-limit-until-day = Until a day
edit-limit-until-clearance = Until an OK
edit-limit-which = Which appointment?
edit-limit-no-appointment = Enter the review at the top of your sheet, or another appointment, first.
edit-limit-day = Which day?
edit-limit-stays = No limit ends by itself. Backwise asks you what your team said.
edit-pain-ask = When should Backwise ask for a number from 0 to 10?
edit-pain-ask-hint = Only if your sheet says so. A second tap takes it back.
edit-pain-ask-after-it-hurts = After it hurt
edit-pain-ask-once-a-day = Once a day
edit-pain-ask-each-round = With each round
edit-pain-none = Without a rule below, Backwise says: stop if it hurts more than you were told to accept, and ring your team.
edit-pain-add = Add this rule
edit-pain-words = A rule about pain, in your sheet’s words
edit-pain-words-hint = Such as “stop if pain is over 5 out of 10”. One rule at a time.
edit-pain-trigger = When does it count?
edit-pain-trigger-over = Pain over a number
edit-pain-trigger-at-least = A number or more
edit-pain-trigger-spreading = Pain moves further down the leg
edit-pain-trigger-worse = Worse than on a usual morning
edit-pain-score = Which number?
edit-pain-of-ten = out of 10
edit-pain-place = Which pain?
edit-pain-place-either = Back or leg
edit-pain-place-back = Back
edit-pain-place-leg = Leg
edit-pain-when = When do you look at it?
edit-pain-when-during = While I do it
edit-pain-when-before = Before
edit-pain-when-after = After
edit-pain-when-next-morning = The next morning
edit-pain-when-any = At any time
edit-pain-then = What then?
edit-pain-then-stop = Stop this exercise
edit-pain-then-part = Do a part of it
edit-pain-then-dose = Do another amount
edit-pain-then-go-on = Go on
edit-pain-lasts = For how long?
edit-pain-lasts-until-told = Until my team says otherwise
edit-pain-lasts-next-time = The next time only
edit-pain-lasts-bouts = For some times
edit-pain-lasts-unsaid = My sheet does not say
edit-pain-lasts-hint = If your sheet does not say, it holds until your team says otherwise.
edit-pain-bouts = For how many times?
edit-pain-ring = Whom to ring then?
edit-pain-ring-none = If your sheet gives a number to ring, enter it under “Whom to ring” first.
edit-pain-lines = Is it only about some exercises?
edit-pain-only = Only about these
edit-pain-only-hint = None chosen means all of them.
edit-part = How much of it?
edit-part-rounding = If that is not a whole number, round it
edit-part-up = up: one more
edit-part-down = down: one less
edit-bad-day-add = Add what is enough
edit-bad-day-hint = Such as “Bad day? Do number 1 and one walk.”
edit-bad-day-lines = Which lines are enough?
edit-bad-day-lines-hint = None, if your sheet does not say which.
edit-bad-day-bouts = How often: { $line }
edit-day-off-add = Add days off
edit-day-off-hint = Such as “Sunday: nothing but the walk”.
edit-day-off-weekdays = On these weekdays
edit-day-off-dates = Or on this date
edit-day-off-except = What is done all the same?
edit-day-off-then = What becomes of the rest?
edit-day-off-then-skip = It is left out
edit-day-off-then-shift = It is done on the next day that is not off
edit-appointment-add = Add this appointment
edit-appointment-title = What is it?
edit-appointment-hint = Such as “Two-week check”.
edit-appointment-day = Its day
edit-contact-add = Add this contact
edit-contact-name = Who is it?
edit-contact-hint = Such as “Ward line”.
edit-contact-number = Number
edit-contact-hours = Hours
edit-contact-about = What for
edit-note-add = Add these words
edit-note-hint = They are shown as they stand here.
edit-note-about = Where should they stand?
edit-after-add = Add how to begin again
edit-after-hint = Such as “After a break begin with half.”
edit-after-part-hint = Only if your sheet gives an amount.
edit-after-days = For how many days?
edit-gap-days = After how many days without an entry does Backwise ask whether it was a pause?
edit-gap-days-hint = { $days } if your sheet does not say it.
edit-phase-add = Add this part
edit-phase-title = What is the part called?
edit-phase-hint = Such as “Weeks 3 to 6”.
edit-phase-lines = Which lines belong to it?
edit-phase-no-days = No days yet
edit-turns-add = Add what takes turns
edit-turns-title = What is it called?
edit-turns-hint = Such as “Strength”.
edit-turns-turn = Turn { $number }
edit-turns-more = One more turn
edit-turns-fewer = One turn less
edit-turns-advance = When does the next turn come?
edit-turns-done = When the last one was done
edit-turns-calendar = On its day, done or not
edit-turns-first = Day of the first turn
edit-day-kind-add = Add this kind of day
edit-day-kind-title = What is it called?
edit-day-kind-hint = Such as “Late shift”.
edit-day-kind-weekdays = On these weekdays
edit-day-kind-dates = Or on this date
edit-day-kind-without = Rounds that it does not have
edit-day-kind-time = { $round } at another time
edit-day-kind-start = A new day begins at
edit-day-kind-start-hint = Only if it does not begin as on other days.

## Reading back and taking in

read-back-title = Compare with your sheet
read-back-text = Take your paper in your hand. Go through it line by line, and tick what is the same.
read-back-open = First finish these
read-back-ticked = { $ticked } of { $all } lines ticked
read-back-rules-ticked = { $ticked } of { $all } other things ticked
read-back-means = Entered is what you typed. Ticked is what you compared with the paper.
read-back-not-read = Not read: “{ $words }”. Is it in the plan another way?
read-back-running = It may be done two days running.
read-back-will = Backwise will ask for:
read-back-right = This is as on my sheet
read-back-change = Change
read-back-change-of = Change: { $line }
read-back-answer = Go there
read-back-answer-of = Go there: { $line }
take-in-title = Make it my plan
take-in-later = From a later day
take-in-from = From which day?
take-in-from-hint = Empty means as soon as possible. What is past stays as it was.
take-in-tick-first = Tick what is as on your sheet, rounds and limits too. Then you can take it in.
take-in-needed = These are in your plan already. Compare them first, so that none is lost:
take-in-some-text = { $count ->
    [one] One line is not ticked yet. It can wait here while you begin with the others.
   *[other] { $count } lines are not ticked yet. They can wait here while you begin with the others.
}
take-in-some = { $count ->
    [one] Take in only the line I ticked
   *[other] Take in only the { $count } lines I ticked
}
take-in-typed = { $count ->
    [one] One line is typed in and waits for your tick.
   *[other] { $count } lines are typed in and wait for your tick.
}
take-in-left = { $count ->
    [one] One line of your sheet is still to enter.
   *[other] { $count } lines of your sheet are still to enter.
}
take-in-part = A part of your plan is taken in
take-in-go-on = Go on with the sheet

## A visit

visit-title = My visit
visit-begin = Begin with my visit
visit-day = The day of the visit
visit-text = What did your team say? Go through your exercises one by one. Each can stay, change or stop.
visit-lines = Your exercises
visit-keep = Keep
visit-change = Change
visit-stop = Stop
visit-stop-of = Stop: { $line }
visit-stopped = Stopped: { $line }
visit-put-back = Keep { $line } after all
visit-stays = Stays: { $line }
visit-stopped-lines = Stopped at this visit
visit-new = New
visit-changed = Changed
visit-add = Add a new exercise
visit-oks = An OK for what comes next
visit-oks-now = An answer counts at once, also if you throw away what you typed here.
visit-oks-none = Nothing on your plan waits for an OK. If something now does, enter it:
visit-ok = What did they say?
visit-ok-of = What did they say? { $ok }
visit-ok-later = New: say what they answered once this is your plan.
visit-said = What did they say?
visit-words = In their words
visit-words-hint = It is shown with your plan.
visit-words-add = Keep these words
visit-rules = Limits, pain and other rules
visit-next = The next appointment
visit-end = At the end you compare all of it. The sheet changes only then.

## Earlier versions

versions-title = Earlier versions
versions-text = Each plan that you took in is kept. What you recorded stays with the plan of its day.
versions-none = There is no plan yet.
versions-present = This is your present plan.
versions-coming = It waits for its day.
versions-stay = Stay with this one
versions-back = Go back to this one
versions-of = { $what }: version { $number } of { $title }
versions-at-visit = At a visit on { $day }.
versions-since-visit = What changed at your last visit, on { $day }, and since?
versions-since-before = What changed since the version before?
versions-compare = What changed?
versions-since = Since
versions-through = Until
versions-number = Version { $number }
versions-only-one = There is only one version of your plan so far.
versions-replace = Something is being typed in already
versions-replace-text = Going back would throw it away.
versions-replace-yes = Throw it away and go back
