# The plan, and taking in a plan file.

plan-title = Your plan
plan-empty-title = There is no plan yet
plan-empty-text = Your physiotherapist can give you your plan as a file. Its name ends in “.backwise”.
plan-take-in = Take in a plan file
plan-type-in = Type in a paper sheet
plan-change = Change the plan
plan-visit = My visit
plan-versions = Earlier versions
plan-ways = Change or add
plan-empty-paper = Do you have it on paper?
plan-empty-paper-text = Type it in, line by line. You can stop and go on at any time.
plan-replace-text = Go on with it, or throw it away and begin anew.
plan-replace-yes = Throw it away
plan-draft-title = You are typing in a sheet
# What is being typed in, at the head of Plan and Today
plan-draft-lines = { $count ->
    [0] Nothing is entered yet.
   *[other] Your sheet: { $count } of { $all } lines entered.
}
plan-draft-go-on = Go on
plan-another = Take in another plan file
plan-caution = Please note
# $operation is the operation as the sheet names it
plan-operation-on = { $operation }, { $day }
plan-written-by = Written by { $author }
plan-written-on = { $day }
plan-facts = About this plan
plan-surgery = Operation
plan-discharge = You came home
plan-fusion = Screws, rods or bone graft
plan-fusion-yes = Yes
plan-fusion-no = No
plan-fusion-unknown = Not known
plan-in-force = You follow it from
plan-review = Review
plan-ended-on = Over from
plan-week-starts = A week begins on
plan-gap-days = Asks about a pause
plan-gap-days-after = after { $days } days without an entry
plan-day-start = A new day begins at
plan-quiet = Nothing rings
plan-awake = Hours awake
plan-time-from-until = { $from } to { $until }
plan-revision = Version
plan-lines = Exercises
plan-history-line = { $title }, version { $number }
plan-history-when = You follow it from { $from }. Taken in on { $taken }.
plan-line-source = From: { $source }
# $from is a day with its year
plan-from = From { $from }
# $until is the first day on which it no longer holds
plan-from-until = From { $from }, over on { $until }
plan-not-begun = Not yet
plan-off = Switched off
plan-off-text = Backwise does not ask you to do this.
# A line that has no day today
# $days: the weekdays on which it is done, or such as "every second day"
not-today = Not today: your sheet says { $days }.
# $turn: the name of a turn, such as A
not-today-turn = Not today: it is the turn of { $turn }.
not-today-next = Next: { $day }.
plan-waits = Waits for an OK
plan-now = Now
plan-newer = You took in a newer version. It begins on { $day }.
plan-stages = { $count ->
    [one] One stage
   *[other] { $count } stages
}
# $begins says when a stage begins, $differs what is different in it
plan-stage = { $begins }: { $differs }
plan-stage-as-line = { $begins }: as above
# Before what the program made of the sheet's words
plan-understood = Backwise reads: { $text }
plan-over = Over

# The rules beside the exercises, each with a heading
rules-precaution = Limits
rules-pain = If it hurts
rules-bad-day = On a bad day
rules-missed-dose = If a round did not happen
rules-day-off = Days off
rules-re-entry = Beginning again after a break
rules-clearance = OKs from your team
rules-appointment = Appointments
rules-round = Rounds of the day
rules-day-type = Kinds of day
rules-phase = Parts of your plan
rules-programme = Exercises that take turns
rules-other = Also on your sheet

# Templates: lists of lines that nobody prescribed
templates-title = Example plans
templates-look = Example plans to look at
templates-text = These are examples, not your plan. You can read all of them. Nothing on these pages is asked of you until you have ticked it yourself and seen the whole plan.
template-title = Example plan
template-not-reviewed = No clinician has reviewed it.
template-not-yours = This is an example, not your plan. Turn on only what your own team told you to do.
template-gone = There is no such example plan.
template-path-decompression = After a decompression without screws, rods or bone graft
template-path-fusion = After an operation with screws, rods or bone graft
# Whole weeks after the operation; `until` is 0 where they go on
template-weeks-from = { $until ->
    [0] { $from ->
        [0] From the operation on
       *[other] From week { $from } after the operation
    }
   *[other] Weeks { $from } to { $until } after the operation
}
template-lines = Its exercises
template-lines-text = Every one of them is off. The words in quotation marks are those of the example.
template-line-off = Off
template-also = Also in this example
template-source = Where the numbers come from
template-source-text = { $codes }. The codes are those of docs/sources.md, which comes with Backwise.
template-back = All example plans

plan-footer = Backwise carries out this plan and changes nothing in it. Follow your own surgeon and physiotherapist first.

plan-save = Keep a copy
plan-save-file = Save as a file
plan-saved = Saved in { $folder }: { $name }
plan-save-text = This is your plan as a file. Copy the text and keep it where you like.
plan-save-show = Show the text
plan-save-field = The plan as text
plan-copy = Copy the text
plan-copied = Copied
plan-not-copied = It could not be copied. The text is marked now: copy it by hand.

import-unreadable = { $file } cannot be read. It may have been moved, or only somebody else may read it.
import-title = Take in a plan file
import-choose-title = Choose the file
import-choose-text = Nothing happens yet. You will see what is in the file first.
import-choose = Choose a plan file
import-choose-other = Choose another file
import-reading = Reading { $name } …
import-refused-title = This file cannot be taken in
import-refused-text = { $count ->
    [one] One thing in { $name } is not right. Nothing was changed. Send this to whoever wrote the file.
   *[other] { $count } things in { $name } are not right. Nothing was changed. Send this list to whoever wrote the file.
}
import-first-title = Is this your plan?
import-revision-title = This is a new revision of your plan
import-other-title = This is another plan
import-same-title = You have this plan already
import-first-text = Please compare it with your own sheet. Take it in only if it is the plan your team wrote for you.
import-revision-text = Please read what changes. What you recorded so far stays as it is.
import-other-text = It would take the place of your present plan. What you recorded so far stays as it is.
import-same-text = It is the very same revision. There is nothing to do.
import-checksum-wrong = This file was changed after it was written. Please compare every line with your own sheet.
import-checksum-absent = This file was written by hand. Please compare every line with your own sheet.
import-holds-from = It holds from { $day }.
import-holds-tomorrow = It holds from tomorrow, { $day }, because today’s exercises have already begun. Nothing is added to today.
import-changes = What changes
import-changes-from = What changes from { $day }
# Before the limits that the new file does not have any more; after them the second sentence
import-limits-gone = These limits would no longer be shown:
import-limits-gone-ask = Ask your team before you agree.
import-no-changes = Nothing in it changes but its number.
import-confirm-other = Yes, this is the plan to follow now
import-confirm-changed = I have compared it with my sheet
import-take = Make this my plan
import-needs-tick = Please tick every box first.
import-not-mine = This is not my plan
import-done = Your plan is taken in
import-before = Before
import-after = Now
import-after-show = What it says
import-remarks = Please look at these before you say yes
import-remarks-text = They are no mistakes. Your team may have meant it so. If you are not sure, ask.
import-remarks-refused = Also worth a look
import-place = Line { $line }, column { $column }

# A plan made of an example: each line is switched on by the person
template-locked-fusion-unknown = Closed, because nobody has said whether screws, rods or bone graft were put in. Ask your team, then say so under About you.
template-locked-other-operation = Closed, because it is meant for another operation than yours.
template-locked-date-unknown = Closed, because you have not said when your operation was.
template-locked-not-yet = Closed until { $day }: it is meant for later weeks.
template-locked-over = Closed since { $day }: it was meant for earlier weeks.
template-about-you = About you
template-line-floor = Closed, because it begins or ends on the floor, and you have not said that you get down and up again alone.
template-tick = My team told me to do this
template-tick-of = My team told me to do this: { $title }
template-make-title = Make a plan of it
template-make-text = Only what you ticked is switched on. You see the whole plan before anything happens. Show it to your physiotherapist.
template-make-count = { $lines ->
    [0] Nothing is ticked yet.
    [one] One line is ticked.
   *[other] { $lines } lines are ticked.
}
template-make = Look at this plan
template-make-first = Please tick what your team told you to do.

# The plan says another operation than the person did
differs-title = Your plan and you say different things
differs-operation = Your plan says that the operation was on { $plan }. You told us { $person }. Which is right?
differs-fusion = Were screws, rods or bone graft put in? Your plan says: { $plan }. You told us: { $person }. Which is right?
differs-plan-is-right = The plan is right
differs-person-is-right = What I said is right
differs-ask = The plan still counts as it is written. Please tell whoever wrote it, before you begin.
differs-first = Please say first which of both is right.
