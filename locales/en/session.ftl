# Doing a round.

session-title = Your round
session-progress = Steps of this round
session-empty-title = Nothing is under way
session-empty-text = Start a round from Today.
# Something was to be begun of which nothing is open any more
session-none-title = There is nothing to begin
# A reminder led here, and the day does not have what it was about
session-none-waits = Your plan waits for an answer. You can enter it below.
session-none-text = It was entered already, its time is over, or it has to wait. Today says which.

# A round that was under way when the app was ended.
session-cut-off = { $form ->
    [word] Your { $lower } round is still open
    [clock] Your round at { $round } is still open
   *[name] { $round } is still open
}
session-cut-off-exercise = Your exercise is still open
session-cut-off-text = Go on where you were. What you did before is kept.

# The same as today-exercises, where something has no time. $minutes is 0 where nothing has one.
session-at-least = { $exercises ->
    [one] One exercise{ $minutes ->
        [0] . Take the time that it needs.
        [one] , at least 1 minute
       *[other] , at least { $minutes } minutes
    }
   *[other] { $exercises } exercises{ $minutes ->
        [0] . Take the time that they need.
        [one] , at least 1 minute
       *[other] , at least { $minutes } minutes
    }
}

session-begin-title = Ready when you are
session-begin-text = If it hurts more than you were told to accept, stop. Press “It hurts”, or tell the app later. You can pause at any time.
session-begin = Begin
# Opens the choices of what is heard and shown
session-heard = Tones, voice and screen
# Before a round begins, where the screen is dimmed in it
session-dims = The screen dims. A touch lights it.
session-not-now = Not now
session-list = In this round

# $item of $items exercises
session-exercise-of = Exercise { $item } of { $items }
session-set-of = Set { $set } of { $sets }
session-side-left = left side
session-side-right = right side
# On which side an exercise of both sides begins
session-side-first = left side first
session-of = of { $all }
# Read aloud: the repetition and how many there are
session-times = { $repetition } of { $all }

# What to do now.
step-get-ready = Get ready
step-move-out = Move, slowly
step-hold = Hold, keep breathing
step-move-back = And back, slowly
step-breathe-in = Breathe in
step-breathe-out = Breathe out
step-rest = Rest
step-rest-own = Rest as long as you like
step-own-pace = At your own pace
step-own-pace-walk = Take your time
step-next-exercise = Next exercise
step-get-up = Get up slowly
step-change-side-left = Now the left side
step-change-side-right = Now the right side
step-paused = Paused
step-paused-text = Take your time. It goes on when you say so.
step-out-of-sight = Nobody could see or hear the round, so it stopped. What was not seen to its end begins again when you go on.
step-edge-of-bed = Getting up from bed: roll onto your side first, as your team showed you, and push up with your arms. Sit on the edge with your feet flat. Stand when your head is clear.
step-from-floor = Getting up from the floor: go by way of your side onto hands and knees. Hold on to a firm chair, put one foot flat in front of you, and push up. Sit on the chair first. Stand when your head is clear.
# Before the ways up, where nobody knows whether somebody is on the bed or on the floor
step-stay-there = If you are already where the next exercise is done, stay there and go on.
step-near-worktop = Stand near a worktop, a rail or a wall, with a hand close to it. Keep it there while you balance. If it hurts, stop; you can tell the app later.
# Into the position of the next exercise
step-position = { $to ->
    [on-back] Lie on your back
    [on-side] Lie on your side
    [on-front] Lie on your front
    [all-fours] Hands and knees
    [kneeling] Kneel
    [sitting] Sit down
   *[other] Stand up
}
step-lie-down-text = Lying down: sit on the edge and go down onto your side, with your arms to help and your knees bent, as your team showed you. If you turn from there, turn in one piece.
step-turn-text = Turn in one piece: shoulders, hips and knees together.
step-to-floor-text = Down to the floor: put a firm chair beside you. Hold on to it, and go down by way of one knee.
step-on-floor-text = On the floor, go by way of your side, in one piece, with your arms to help.

# What is heard beside the words on screen. It is spoken, so it is short.
cue-count = { $repetition }
cue-count-breathe = { $repetition }, keep breathing
cue-hold = Hold
cue-breathe = Keep breathing
cue-back = And back
cue-next = Next: { $exercise }.
cue-half = Half of it is done. Keep breathing.
cue-soon = { $seconds } seconds left

# What to do now, to be read from two metres: one word, or two short ones.
big-get-ready = Get ready
big-move-out = Move
big-hold = Hold
big-move-back = Back
big-rest = Rest
big-own-pace = Your pace
big-get-up = Get up
big-side-left = Left side
big-side-right = Right side
session-big = Show it big
session-small = Usual size

session-ready = I am ready
session-own-done = That is done
session-go-on = Go on
session-pause = Pause
session-resume = Go on
session-repeat = Repeat set
session-back = Back
# Something goes on by itself after so many seconds
session-goes-on-in = Goes on in { $seconds } s
session-wait = Wait

# How it goes, from here on. Each movement can take longer; holds and rests stay as they are.
session-how-it-goes = Pace and counting
session-slower = Slower
session-faster = Faster
session-pace = Each movement: { $change ->
    [0] usual pace
    [-1] 1 second less
    [1] 1 second more
   *[other] { $change } seconds more
}
session-count-by-tap = I count, with a tap each
session-count-by-pace = Count for me
session-tap = Tap for each one
session-tap-back = Take the last one back

session-skip = Skip
session-hurts = It hurts
session-end = End the round
session-space = Space bar: pause and go on. Alt+W: warning signs
session-how-to = How to do it

session-skip-title = Skip the rest of this exercise?
session-skip-text = What you did so far is kept. Put it right here if it was more or less.
session-skip-why = Why? One tap is enough.
session-keep = Keep going with it

session-hurts-title = Stop for a moment
session-hurts-text = The round is paused. Take your time.
session-hurts-plan = What your sheet says about pain
session-hurts-no-plan = Your sheet says nothing about pain. Stop if it hurts more than you were told to accept, and ring your team.
session-hurts-signs = Is it pain moving down the leg, new numbness or weakness, or anything else on the list? Look at the warning signs.
session-hurts-leave = Stop this exercise
session-hurts-end = Stop the whole round
session-hurts-go-on = It has eased: go on
session-hurts-score = Do you want to note how bad it is?
session-hurts-score-text = 0 is no pain, 10 is the worst you can think of. You can leave this out.
session-hurts-back = Back
session-hurts-leg = Leg
session-hurts-elsewhere = Somewhere else
session-hurts-where = Where
hurts-chest = In my chest, or I cannot breathe well
hurts-calf = In a calf or lower leg
hurts-else-text = Leave the exercise that hurts. If you are not sure what it is, ring your team.
hurts-no-number = Save it without a number
session-pain-of = Pain { $score } out of 10
session-pain-saved-back = Saved: back, { $score } out of 10
session-pain-saved-leg = Saved: leg, { $score } out of 10

session-end-title = End the round here?
session-end-text = What you did so far is kept. The rest stays open until its time is over.
session-end-yes = End it here

session-finished-title = That is all
session-finished-text = Well done. Nothing more is asked of this round.
session-finished-part-title = That is all for now
session-finished-part-text = What you did is kept. Leave the rest, or come back to it while its time lasts.
# After a round in which an exercise was left because it hurt
session-finished-hurt-text = You stopped. What you did is kept. Leave the rest.
result-open = Still open

# After a round. Nothing of it must be answered.
felt-title = How was it?
felt-round = How was the whole round?
felt-text = You can leave this out.
felt-fine = Fine
felt-sore = Sore, but OK
felt-hurt = It hurt
felt-which = Which exercise hurt?
felt-another = Did another exercise hurt, too?
saved-rated = Saved

# What the plan says to do about pain that was entered
hurts-spreads = It moves further down my leg
hurts-numb = Something is newly numb or weak
hurts-faint = I feel faint
saved-spreading = Saved: the pain moves down the leg
hurts-go-on = Your plan says that you can go on
hurts-lighter = Your plan says another dose from the next time on
hurts-stop-exercise = Your plan says: stop this exercise
# After a number of no exercise
hurts-stop-some = Your plan says: stop. Today lists which exercises
hurts-stop-session-spreading = Stop all exercises for now and ring your team
hurts-stop-session-numb = Stop all exercises for now. Read the warning signs, and ring your team
hurts-stop-session-faint = Sit or lie down. Stop all exercises for now and ring your team
hurts-stop-session-second-stop = A second exercise is stopped today. Stop all exercises for now and ring your team
