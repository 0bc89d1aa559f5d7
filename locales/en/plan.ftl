# The plan, and taking in a plan file.

plan-title = Your plan
plan-empty-title = There is no plan yet
plan-empty-text = Your physiotherapist can give you your plan as a file. Its name ends in “.backwise”.
plan-take-in = Take in a plan file
plan-another = Take in another plan file
plan-caution = Please note
plan-written-by = Written by { $author }
plan-written-on = { $day }
plan-facts = About this plan
plan-surgery = Operation
plan-fusion = Screws, rods or bone graft
plan-fusion-yes = Yes
plan-fusion-no = No
plan-fusion-unknown = Not known
plan-in-force = In force from
plan-review = Review
plan-ended-on = Over from
plan-quiet = Nothing rings
plan-quiet-from-until = { $from } to { $until }
plan-revision = Revision
plan-lines = Exercises
plan-phases = Stages of the plan
plan-rounds = Rounds of the day
plan-round-at = { $time }
plan-round-routine = { $time }, { $routine }
plan-history = Plans taken in
plan-history-line = { $title }, revision { $number }
plan-history-when = In force from { $from }. Taken in on { $taken }.
plan-line-source = From: { $source }
# $from is a day with its year
plan-from = From { $from }
# $until is the first day on which it no longer holds
plan-from-until = From { $from }, over on { $until }
plan-not-begun = Not yet
plan-days-every = Every day
plan-days-weekdays = On { $days }
plan-days-every-n = { $n ->
    [2] Every second day, from { $from }
    [3] Every third day, from { $from }
   *[other] Every { $n } days, from { $from }
}
plan-often-rounds = In these rounds: { $rounds }
plan-often-any = { $times ->
    [1] Once a day, at any time
    [2] Twice a day, at any time
   *[other] { $times } times a day, at any time
}
plan-footer = Backwise carries out this plan and changes nothing in it. Follow your own surgeon and physiotherapist first.

plan-save = Keep a copy
plan-save-text = This is your plan as a file. Copy the text and keep it where you like.
plan-save-show = Show the text
plan-save-field = The plan as text
plan-copy = Copy the text
plan-copied = Copied
plan-not-copied = It could not be copied. The text is marked now: copy it by hand.

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
import-changes = What changes
# Before the limits that the new file does not have any more; after them the second sentence
import-limits-gone = These limits would no longer be shown:
import-limits-gone-ask = Ask your team before you agree.
import-no-changes = Nothing in it changes but its number.
import-confirm-other = Yes, this is the plan to follow now
import-confirm-changed = I have compared it with my sheet
import-take = Take in this plan
import-needs-tick = Please tick the box first.
import-not-mine = This is not my plan
import-done = Your plan is taken in
import-before = Before: { $text }
import-after = Now: { $text }
import-place = Line { $line }, column { $column }
plan-until-day = { $day ->
    [one] Until one day after the operation
   *[other] Until { $day } days after the operation
}
