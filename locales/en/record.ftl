# Days that are over: finding them, saying what became of them, and a week that was ticked on paper.

record-title = Record
record-empty-title = No day is over yet
record-empty-text = The days of your plan will stand here. You can look back, and put right what is wrong.
record-text = Choose a day that is over to read it, or to put right what is wrong. The present day stands under “Today”. Weeks begin on the day that your plan says, as they do in “Progress”.
record-go = Or look for a day
record-go-open = Open this day
record-week = { $from } to { $through }
record-before = Before your operation
record-earlier = Show earlier days
# What became of a day, in short. These stand one after the other, with commas between them.
record-done = { $done } of { $all } done
record-none = No entry
record-nothing = Nothing was asked
record-paused = A pause
record-bad-day = Not a good day
record-some = { $some } some
record-skipped = { $skipped } skipped
record-stopped = { $count } stopped
record-not-needed = { $count } not needed
record-no-entry = { $count } no entry
record-open = { $count } still open
record-extra = { $extra } extra
record-paper = Did you tick a sheet of paper?
record-paper-of = Enter this week from paper
record-paper-back = Back to that week
# Read to people who cannot see under which week the link stands
record-paper-of-week = Enter this week from paper: the one from { $from }

# Planned, reminded and done of one round, side by side: "Planned 09:00 · reminded 11:02 · done 11:40". $planned is a
# time of day, or what the round hangs on, such as "after breakfast". $at and $time are times of day.
round-times = Planned { $planned }{ $reminded ->
    [shown] {" · "}reminded { $at }
    [silent-because-done] {" · "}no reminder, as it was done
    [undeliverable] {" · "}the reminder could not be shown
    [switched-off] {" · "}reminders were off
    [app-open] {" · "}seen in Backwise { $at }
    [not] {" · "}not reminded
   *[none] {""}
}{ $ended ->
    [done] {" · "}done { $time }
    [done-later] {" · "}done, entered later
    [partly] {" · "}some { $time }
    [partly-later] {" · "}some, entered later
    [skipped] {" · "}skipped
    [no-entry] {" · "}no entry
   *[none] {""}
}

# The history of one entry
history-title = What was entered
history-first = First entered: { $what }
history-corrected = Put right: { $what }
history-again = Entered again: { $what }
history-taken-back = Taken back
history-live = { $when }, on the day
history-later = { $when }, entered later
history-by-person = by you
history-by-helper = by somebody who helps
history-stays = The first entry stays in the record.
outcome-done = done
outcome-partly = some of it
outcome-partly-sets = { $sets ->
    [one] one whole set
   *[other] { $sets } whole sets
}
outcome-partly-times = { $times ->
    [one] once in the last set
   *[other] { $times } times in the last set
}
# Why no more was done, after what was done of it
outcome-because = { $reason ->
    [pain] because it hurt
    [tired] too tired
    [no-time] no time
    [not-sure-how] not sure how
   *[other] for another reason
}
outcome-skipped-pain = skipped, because it hurt
outcome-skipped-tired = skipped, too tired
outcome-skipped-no-time = skipped, no time
outcome-skipped-not-sure-how = skipped, not sure how
outcome-skipped-other = skipped
outcome-not-done = not done

# Days without any entry. $from and $through are days such as "Tuesday 17 November".
gap-title-one = There is no entry for { $day }
gap-title-yesterday = There is no entry for yesterday
gap-title = There are no entries from { $from } to { $through }
gap-text = You do not have to make up for it. Did you do any of it?
gap-none = None of it
gap-all = All of it
gap-some = Some of it, let me say which
gap-leave = Leave these days without an entry
gap-long = Was it a pause? Then these days ask nothing of you, and your figures say so.
gap-was-pause = It was a pause
saved-gap-none = Saved: none of it. These entries say that they were entered later.
saved-gap-all = Saved: all of it. These entries say that they were entered later.
saved-gap-leave = These days stay without an entry
saved-gap-pause = Saved: a pause from { $from } to { $through }

# After midnight, while the day of the plan is still the one before
midnight-text = It is past midnight. What you enter here counts for { $day }.
midnight-other = Enter it for { $day } instead
midnight-move = Count it for { $day } instead
saved-moved = It now counts for { $day }
# $saved is a sentence such as "Saved: Bridge, done"
saved-for-day = { $saved }, for { $day }

# What nothing asked for
extra-title = Beyond what was asked
extra-text = It is kept, and counts toward nothing.
add-link = Add something you did
add-title = What did you do?
add-text = It goes where your plan has room for it. What is more than your plan asks is kept, and counts toward nothing.
add-none = Your plan has no exercises to choose from.

# A week from paper: the grid
paper-title = A week from paper
paper-text = Touch a box once for done, twice for not done, and again to leave it empty. Nothing is kept until you say so.
paper-keys = With a keyboard, the arrow keys move from box to box and the space bar changes a box.
paper-some = Did you do only some of it? Touch the day at the head of its column, and say so there.
paper-caption = Your plan, day by day
paper-previous = The week before
paper-next = The week after
paper-days-earlier = Days before
paper-days-later = Days after
paper-any-time = Any time
# The first, second ... time of the day
paper-nth = Time { $nth }
paper-cell-empty = empty
paper-cell-done = done
paper-cell-not-done = not done
paper-cell-recorded = recorded: { $state }
paper-not-asked = not asked
paper-to-come = still to come
# Read for each box: which exercise, which time of the day, which day, what is in it
paper-cell = { $title }, { $place }, { $day }: { $what }
# $short is what stands there, such as "Tue 17"
paper-day-open = { $short }: open { $day }
paper-keep = { $count ->
    [0] Keep these entries
    [one] Keep this entry
   *[other] Keep these { $count } entries
}
paper-keep-none = Touch a box first.
paper-waiting = { $count ->
    [one] One box of a week from paper is ticked and not kept yet.
   *[other] { $count } boxes of a week from paper are ticked and not kept yet.
}
paper-clear = Empty all boxes
paper-cleared = All boxes are empty
saved-week = { $count ->
    [one] Saved: one entry. It says that it was entered later.
   *[other] Saved: { $count } entries. They say that they were entered later.
}
saved-week-already = { $count ->
    [one] One was recorded already and stays as it was.
   *[other] { $count } were recorded already and stay as they were.
}
