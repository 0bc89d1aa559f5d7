# Today, the days beside it, and the page of one exercise of a day.

today-title = Today
today-day-and-week = Day { $day } · week { $week }
today-before-surgery = { $days ->
    [one] One day before your operation
   *[other] { $days } days before your operation
}

today-before-title = Your plan begins on { $day }
today-before-text = Nothing is asked of you before then. You can read your plan now.
today-after-title = Your plan has come to its end
today-after-text = It was written up to { $day }. Nothing more is asked of you. Ask your physiotherapist what comes next.
today-waits-text = What is left of your plan waits for a word of your team. Ask them what comes next.
today-read-plan = Read the plan

# The person said that the operation is on $to, later than the day $from that the plan counts from
put-off-title = Your operation is later than your plan says
put-off-text = You said that your operation is on { $to }. Your plan counts from { $from }. From that day on nothing of it is asked of you.
put-off-change = When you have the new day for certain, change it in the plan. If the plan is right, change your answer in About you.
put-off-next = The newer plan begins on { $day }.

# $round is the round's name as the plan writes it, $lower the same beginning with a small letter.
# $form is "word" when the name is one plain word such as Morning, "clock" when a round is called by its time, else "name".
today-next = { $form ->
    [word] Next: your { $lower } round
    [clock] Next: your round at { $round }
   *[name] Next: { $round }
}
today-later = { $form ->
    [word] Your { $lower } round is at { $time }
    [clock] Your next round is at { $time }
   *[name] { $round } is at { $time }
}
# The same where a gap that the sheet asks for is not over
today-later-gap = { $form ->
    [word] Your { $lower } round: not before { $time }
    [clock] Your next round: not before { $time }
   *[name] { $round }: not before { $time }
}
# A round without a time by the clock: $routine is what it hangs on, such as "before you go to bed"
today-later-routine = { $form ->
    [word] Your { $lower } round: { $routine }
   *[name] { $round }: { $routine }
}
today-nothing-now = Nothing is asked of you now
# Leads to their list; $count are the exercises that are not done yet
today-any-time-too = { $count } more, at any time today
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
today-all-done-ring = No exercise is asked of you any more. Ring your team about what is stopped.
today-only-any-time-title = No rounds today
today-only-any-time-text = What is below can be done at any time of the day.
today-nothing-title = Nothing is asked of you today
today-nothing-text = Your plan has no exercises for this day.
today-choice-text = What you do so many days a week is below. You may do it today.
today-rounds-over-title = The rounds of today are over
today-rounds-over-text = Leave what was left open. You do not have to make up for it.
today-rounds-done-title = Nothing waits in your rounds
today-rounds-done-text = What is left can be done at any time today.

# They lead to Settings, where the rest is said.
today-reminders-not-running = Reminders cannot reach you now, because the reminder program is not running. Tap here to fix it.
today-reminders-not-taken = Reminders cannot reach you now, because the last one could not be shown. Tap here to fix it.

today-rounds = The rounds of today
day-rounds = The rounds of this day
today-any-time = At any time today
day-any-time = At any time of the day

# Lines that are shown in the sheet's words, under why nobody is asked for them
today-words = Also on your sheet
today-words-technique = Every time
today-words-waits-for-ok = Waits for an OK from your team
today-words-waits-for-ok-text = The next stage starts when your surgeon or physiotherapist says so. Keep doing your present exercises.
today-words-limit = Not while a limit of your sheet holds
today-words-limit-text = Your sheet keeps these back until your team lifts the limit.
today-words-stage-waits = A later stage
today-words-stage-waits-text = It does not begin by itself. Keep doing what is asked of you now.

# An OK that the sheet wants to be asked for by now
to-ask = Ask your team
to-ask-text = Your sheet says to ask for this OK on { $day }. Until they agree, what waits for it does not begin.

# What the care team said of something that waits for their OK
ok-title = What did your team say?
ok-title-of = What did your team say? { $title }
ok-from = The OK comes from { $whom }.
ok-answer-yes = Yes, they agree
ok-answer-not-yet = Not yet
ok-answer-no = They said no
ok-who = Who said it?
ok-who-missing = Please write who it was.
ok-how = How?
ok-how-phone = On the phone
ok-how-visit = At a visit
ok-how-letter = In a letter
ok-day = On which day?
saved-ok-yes = Saved: your team said yes
saved-ok-not-yet = Saved: not yet. Keep doing your present exercises.
saved-ok-no = Saved: your team said no. Keep doing your present exercises.

# A stage that begins when the person says so
stage-button = Is it time for this?
stage-button-of = Is it time for this? { $title }
stage-title = The next step of { $title }
# A stage that comes after so many days on which the line was done
stage-done-days = { $asked ->
    [one] It begins on the day after you did this once.
   *[other] It begins when you did this on { $asked } days.
} { $done ->
    [0] There is no such day yet.
    [one] There is one so far.
   *[other] There are { $done } so far.
}
stage-text = It begins when you say so. You can also stay as you are. If you are not sure, ask your team.
stage-go = Go to the next step
# A dose that grows: how much the next step asks for
stage-grown = The next step: { $dose }
stage-stay = Stay as I am
saved-stage = Saved: the next step holds from today

# A step that begins by itself, on the evening before and on its day; since: when it came unseen
step-tomorrow = A new step begins tomorrow: { $title }
step-today = A new step begins today: { $title }
step-since = A new step has begun: { $title }
step-text = You can also stay as you are, for as long as you like.
step-grown-today = From today: { $dose }
step-grown-tomorrow = From tomorrow: { $dose }
step-grown-since = Now: { $dose }
step-stay-of = Stay as I am: { $title }
saved-stay = Saved: you stay as you are

# A line that is stopped for now. $words are those of the sheet.
stopped-title = { $count ->
    [one] { $title } is stopped for now
   *[other] { $title } are stopped for now
}
stopped-rule = Your plan says: “{ $words }”
# What stops all exercises
stopped-all = All your exercises are stopped for now
stopped-spreading = Your pain moved further down your leg.
stopped-numb = You said that something is newly numb or weak. Is it a leg, is it between your legs, or can you not pass water? Then do not wait: read the warning signs.
stopped-faint = You said that you felt faint.
stopped-second-stop = A second exercise was stopped on one day because it hurt. Was one of them a mistake? Then open that exercise and put it right. If you said that it hurt, or yes about your calf, take that back, too: “I tapped by mistake” leads there.
stopped-asked-calf = You said that your calf is newly swollen, warm or painful. Exercises that move your legs wait until somebody has looked at it.
stopped-others-stay = Your other exercises stay.
stopped-others-ask = Ask about your other exercises, too, before you go on with them.
stopped-ring = Ring:
# $bouts are those still to come; $count is how many exercises are stopped together
stopped-bouts = { $count ->
    [one] { $bouts ->
        [one] It is left out the next time, and comes back after that.
       *[other] It is left out the next { $bouts } times, and comes back after that.
    }
   *[other] { $bouts ->
        [one] Each is left out the next time, and comes back after that.
       *[other] Each is left out the next { $bouts } times at most, and comes back after that.
    }
}
stopped-until-told = It stays stopped until somebody of your team has said that you may go on.
# $who: whoever said so, or stopped-your-team
stopped-until-day = It is stopped until { $day }; { $who } said so. From that day it is asked for again.
stopped-your-team = your team
stopped-spoken = I spoke to my team
stopped-spoken-of = I spoke to my team: { $title }
# In the place of the name of an exercise, where all of them were stopped together
stopped-of-all = your exercises
stopped-ask-title = Did your team say that you may go on with { $title }?
stopped-ask-text = It begins again only when somebody of your team has said so. A phone call will do.
stopped-from = The first day on which you may do it again
stopped-from-hint = Leave it empty if you may go on now.
stopped-go-on = Yes, I may go on
stopped-go-on-from = Yes, from { $day }
stopped-stays = No, it stays stopped
saved-asked-yes = Saved: you answered yes, so leg exercises are stopped
saved-spoken-to = Saved: you may go on
saved-spoken-until = Saved: it is stopped until { $day }

# Beginning again after a pause
again-title = You begin again after a break
again-same = It is the same dose as before. Check with your physiotherapist before you begin.
again-through = The doses below are the smaller ones of your sheet, until { $through }.
item-lighter-pain = This is another dose for now, because of the pain that you entered.
item-lighter-after-pause = This is less than at other times, because you begin again after a break.

# A limit that somebody of the team ended
# Beside an exercise that comes near a limit; $limit in the sheet’s words
limits-beside = Mind your sheet’s limit: “{ $limit }”
limits-count = { $count ->
    [one] One limit holds
   *[other] { $count } limits hold
}
limits-over = My team says it is over
limits-over-of = My team says it is over: { $limit }
limits-over-title = Did your team say that this is over?
limits-over-text = It ends only when somebody of your team has said so.
limits-over-yes = Yes, it is over
limits-over-no = No, it stays
saved-limit-over = Saved: that limit is over

# A day that is not good
bad-day-button = Not a good day
bad-day-no-words = Your sheet says nothing about bad days. Do what you can, leave the rest, and ring your team if you are worried.
bad-day-kept = You did what your sheet asks for on such a day. The day is kept.
bad-day-stays = What stays for today is below. The rest is not needed.
bad-day-all-stays = Your exercises are below, as on other days.
# Read to people who cannot see where the button stands
bad-day-undo = Undo: not a good day
day-bad-day = It was not a good day.
saved-bad-day = Saved: not a good day

# A pause
pause-button = Take a pause
pause-from-today = From today on nothing is asked of you, until you go on.
pause-from-later = From that day on nothing is asked of you, until you go on. The days before it stay as they are.
pause-from-earlier = The days that are over are kept as told later. What you entered of them stays.
pause-weeks-go-on = The weeks after your operation go on.
pause-last-day = The last day, if you know it
pause-last-day-hint = You can leave this open.
pause-why = Why? You can leave this
pause-why-team = Surgeon or team said so
pause-why-ill = Ill
pause-why-pain = Pain
pause-why-away = Away
pause-why-other = Something else
pause-words = In your own words
pause-because = Why: { $why }
# $words: who of the team said so, else the person's own words
pause-because-words = Why: { $why } ({ $words })
pause-take = Begin the pause
# $what is a pause, such as "Pause from Friday 20 November until Sunday 22 November"
pause-coming = To come: { $what }
pause-title = You are taking a pause
pause-since = Since { $day }. Nothing is asked of you until you go on.
pause-through = From { $from } until { $through }. Nothing is asked of you.
pause-go-on = Go on today
pause-over-title = Your pause was until { $day }
pause-over-ask = Do you go on today?
pause-yes = Yes, I go on
pause-not-yet = Not yet
pause-check-first = Before you begin again, check with your physiotherapist whether the dose stays the same.
# A day on which the sheet asks for nothing but some lines
# After a journey to the east. $time: a time of day
journey-round = You travelled, so the round at { $time } does not count. You do not have to make up for it.
# $n: how many rounds
journey-rounds = You travelled, so { $n ->
    [one] one round does not count. You do not have to make up for it.
   *[other] { $n } rounds do not count. You do not have to make up for them.
}
journey-day = You travelled, so { $day } does not count. You do not have to make up for it.
# After a journey to the west over the date line
journey-again = You travelled, and this day comes again. What you entered counts. What had its time before is not asked again.
day-off-today = Your sheet makes today a day off, but for what it says here.
day-off = Your sheet makes it a day off, but for what it says here.
day-paused = This day lies in a pause.
saved-pause = Saved: a pause from today
saved-pause-from = Saved: a pause from { $day } on
saved-pause-until = Saved: a pause until { $day }
saved-go-on = Saved: you go on today

# A date that lies outside what can be said
day-field-from = It cannot be before { $day }.
day-field-until = It cannot be after { $day }.

# What is done so many days a week
week-title = This week
week-title-then = In that week
week-count = { $done } of { $asked } this week
week-count-then = { $done } of { $asked } in that week
week-available = You can do it today.
week-due = Best today: the week has few days left for it.
week-complete = Done for this week.
week-resting = You did it yesterday. Your sheet says not two days running.
# Exercises that take turns: the one before it was done
week-resting-in-turn = You did the turn before this one yesterday. Your sheet says not two days running.
week-not-today = Not today.
week-not-now = Not now, by the times on your sheet.
week-limit-holds = Not now: a limit of your sheet holds. It comes back when your team says that the limit is over.
week-stopped = Stopped for now. At the top of Today stands why, and what ends it.

# What is done when it is needed
needed-title = When you need it
needed-now = I need it
needed-now-of = I need it: { $title }
needed-today = { $done ->
    [0] Not yet today
    [1] Once today
   *[other] { $done } times today
}
needed-that-day = { $done ->
    [0] Not on that day
    [1] Once
   *[other] { $done } times
}
needed-most = { $most ->
    [1] at most once a day
   *[other] up to { $most } times a day
}
needed-ask-calf-how = Look at both lower legs and compare them. One calf is enough, whichever side the exercise is for.
needed-ask-calf-for = You are asked this each time before: { $title }.
needed-ask-own = Your sheet asks this first
needed-ask-own-text = If you are not sure, leave it and ask your team.
needed-ask-own-go-on = I can do it
needed-ask-own-leave = Leave it for now
needed-ring-title = Leave leg exercises. Ring your team today.
needed-ring-text = This must be looked at today. Ring one of these numbers now:
needed-ring-emergency = With trouble breathing or chest pain, ring the emergency number:
needed-ring-signs = Read the warning signs

# A long day is folded; each of these is followed by how many there are
today-fold-later = Later today
today-fold-earlier = Earlier today
today-fold-unasked = Not needed today
today-fold-rounds = { $rounds ->
    [one] One round
   *[other] { $rounds } rounds
}
today-fold-exercises = { $exercises ->
    [one] One exercise
   *[other] { $exercises } exercises
}
today-not-before = Not before { $time }

today-did-one = I did one
today-did-it = I did it
# Read to people who cannot see which row the button stands in
today-did-one-of = I did one: { $title }
today-did-it-of = I did it: { $title }

# $title: the exercise whose last stage goes on
today-written-up-to = { $title }: your sheet was written up to { $day }. Go on as its last row says until your team says otherwise.
today-review-was-due = Your review was due on { $day }. Your plan goes on unchanged until your team says otherwise.

day-previous = Day before
day-next = Day after
day-to-today = Back to today
day-all = All days
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
item-steps = Steps
item-metres = How far to walk
item-load-most = At most
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
item-not-given = Not on your sheet. Ask your team.
item-to-come = This day has not come yet.
item-state = What is recorded
item-how-to = How to do it
item-ask-done = Did you do it?
item-ask-done-for = Did you do it, for { $day }?
item-correct = Is that not right?
item-correct-to = What is right?
item-some-short = Save as some of it
item-skipped-because = You skipped it, because
item-done = Done
item-some = Some of it
item-skip = Skip it
item-not-done = I did not do it
item-done-hurt = Done, but it hurt
item-take-back = Take the entry back
item-some-title = How much, if you know?
item-some-text = Say what you know, and leave the rest.
how-far-set = Set { $set }: { $unit }
how-far-unit = { $unit ->
    [minutes] Minutes of it
    [seconds] Seconds done
    [breaths] Slow breaths done
    [steps] Steps done
    [metres] Metres done
    [sets] Whole sets
   *[times] Times done
}
how-far-all = How many in all
how-far-number = { $n }
how-far = { $set ->
    [0] { $n } of { $each }
   *[other] Set { $set }, { $n } of { $each }
}
item-some-why = Why not more? One tap saves it
item-save = Save
item-skip-title = Why do you skip it?
item-seen-times = { $times ->
    [one] Backwise counted one time with you.
   *[other] Backwise counted { $times } times with you.
}
item-seen-of = Backwise counted { $times } of { $all } times with you.
item-seen-minutes = Backwise timed { $time } with you.
# How much was done of what the sheet asks for
item-part = { $unit ->
    [minutes] { $done } of { $asked } minutes
    [seconds] { $done } of { $asked } seconds
    [breaths] { $done } of { $asked } slow breaths
    [steps] { $done } of { $asked } steps
    [metres] { $done } of { $asked } metres
    [times-each-side] { $done } of { $asked } times on each side
   *[times] { $done } of { $asked } times
}
item-gone = This exercise is not part of that day.

state-says-done = You did it.
state-says-partly = You did some of it. That counts.
state-says-partly-pain = You did some of it, and no more because it hurt. That counts.
state-says-skipped-pain = You skipped it because it hurt.
state-says-skipped-tired = You skipped it because you were too tired.
state-says-skipped-no-time = You skipped it because there was no time.
state-says-skipped-not-sure-how = You skipped it because you were not sure how to do it.
state-says-skipped-other = You skipped it.
state-says-not-done = You said that you did not do it.
state-says-upcoming = Its time has not come yet.
state-says-due = It is time for it now.
state-says-in-progress = You began it. The rest is still open.
state-says-stopped = Stopped. As long as that holds, Today says why, and whom to ring.
state-says-was-stopped = It was stopped on that day. Nothing more was asked.
state-says-stopped-by-red-flag = Stopped because of a warning sign. Nothing is asked before somebody says that you may go on.
state-says-paused = It lies in a pause. Nothing is asked of you.
state-says-not-required = That round no longer fits with what your sheet says. Leave it.
state-says-not-required-most-a-day = The day has had as many as your sheet allows. Leave it.
state-says-not-required-gap = Your sheet asks for a gap after the last time, and then its time was over. Leave it.
state-says-not-required-clocks-changed = The clocks went forward over its time, and then it was too late to begin. Leave it.
state-says-not-required-travel = Where you were, the clock passed over its time. It does not count, and you do not have to make up for it.
state-says-not-required-sheet-changed = Your sheet was changed today and leaves this out now. Nothing asks for it any more. What you did before stays in the record.
state-says-not-required-next-day-began = The next day of your plan began before its time. Leave it.
state-says-not-required-day-again = You travelled, and its time was over before this day came again. Leave it.
state-says-not-required-bad-day = It was not a good day, and your sheet asks for less on such a day.
state-says-extra = Nothing asked for it. It is kept, and counts toward nothing.
state-says-available = You can do it today, if you like.
state-says-available-as-needed = It is there for when you need it. Nobody asks for it.
# $time is a time of day: the sheet asks for a gap after the last time
state-says-not-before = Not before { $time }. Your sheet asks for a gap.
state-says-no-entry = That round is over and nothing was entered. Leave it. If you did do it, you can still say so.
state-says-no-entry-any-time = That day is over and nothing was entered. Leave it. If you did do it, you can still say so.
state-says-not-reminded = Nothing was entered, and no reminder reached you. If you did do it, you can still say so.
state-says-not-reminded-any-time = Nothing was entered, and Backwise was not open on that day. If you did do it, you can still say so.
state-says-unknown = This was before Backwise was opened for the first time. If you did do it, you can say so.

saved-done = Saved: { $title }, done
saved-some = Saved: { $title }, some of it
saved-skipped = Saved: { $title }, skipped
saved-not-done = Saved: { $title }, not done
saved-already = That was recorded already. It stays as it is.
saved-taken-back = The entry for { $title } is taken back
saved-undone = Undone
# After something that was recorded in a round
saved-undone-open = Undone. { $title } is open again on Today.

# Questions about pain that the sheet wants answered once today. They may be left.
asked-pain-usual = How is the pain on a usual morning?
asked-pain-usual-text = Your sheet compares a morning after exercises with a usual one. You are asked this once. Where you take it back under “What your team and you said”, you are asked again.
asked-pain-next-morning = How is the pain this morning?
asked-pain-before = How is the pain before you begin?
asked-pain-after = How is the pain today?
asked-pain-text = Your sheet asks for this once a day. You can leave it.
asked-pain-round = How is the pain after your exercises?
asked-pain-round-text = Your sheet asks for this after each round. You can leave it.
asked-pain-open = Answer
# The pain of a day, which whoever wants to may say; a later number stands beside the earlier
day-pain = Pain of this day
day-pain-say = Note today’s pain
day-hurts = Something hurts
day-pain-again = Note how the pain is now
day-pain-past = Note how it hurt that day
# Heads what was said, noted and measured on a day that is over; each row opens the form that puts it right
day-also = Also on this day
day-walk = A walk
day-walk-add = Add a walk
# An exercise, and the pain that was told with it
day-pain-wrong = Is a number wrong? Take it back here
day-pain-of = { $title }: { $said }
