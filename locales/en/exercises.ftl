# The exercises that Backwise knows.

exercises-title = Exercises
exercises-search = Search
exercises-search-hint = For example: clam, tummy, stairs
exercises-found = { $count ->
    [one] One exercise
   *[other] { $count } exercises
}
exercises-found-in-position = { $count ->
    [one] One exercise in “{ $position }”
   *[other] { $count } exercises in “{ $position }”
}
exercises-none = Nothing found for “{ $search }”.
exercises-none-in-position = Nothing found for “{ $search }” in “{ $position }”.
exercises-none-hint = Try another word or a shorter one, or look through the groups.
exercises-show-groups = Show the groups
exercises-other-positions = Look in every position
exercises-empty = There are no exercises to show.
exercises-only-yours = Do only what your own team told you to do. This page explains; it is not your plan.
exercises-choose = Choose an exercise to read how it is done.
exercises-all = All exercises
exercises-best-first = The closest to your words first
exercises-position = How you are placed
exercise-missing-title = That exercise is not here
exercise-missing-text = Backwise does not know an exercise by that name.
exercise-in-your-plan = In your plan
exercise-position = Position
exercise-equipment = You need
exercise-sides = Sides
exercise-also = Also called: { $names }
exercise-muscles = What works
exercise-start = How to begin
exercise-steps = How to move
exercise-watch-for = Look out for
# Beneath the list, before the link to the warning signs
exercise-stop-signs = Is a leg newly weak, or are you newly numb between your legs? Do not wait:
exercise-stop-if = Stop if
exercise-ask-first = Ask your team first if
exercise-not-reviewed = No clinician has reviewed this text.
exercise-not-reviewed-text = It was written from published sources. Nobody has checked it for you. Your own sheet comes first.
exercise-reviewed = Reviewed by { $who }
exercise-no-guidance = There is no description of this exercise.

# For people who write plans
exercise-for-authors = For people who write plans
exercise-usual-dose = A usual first dose, for people who write plans. Yours is on your own sheet.
exercise-dose-sets = Sets
exercise-dose-repetitions = Repetitions
exercise-dose-hold-seconds = Seconds held
exercise-dose-rest-seconds = Seconds of rest between sets
exercise-dose-minutes = Minutes
exercise-dose-breaths = Breaths
exercise-dose-times-a-day = Times a day
exercise-dose-days-a-week = Days a week
exercise-from-to = { $least } to { $most }
exercise-typical-start = When it is usually first given
exercise-after-decompression = Without screws, rods or bone graft
exercise-after-fusion = With screws, rods or bone graft
# $week counts full weeks after the operation
exercise-first-week = { $week ->
    [0] from the first days
    [one] after one full week
   *[other] after { $week } full weeks
}
exercise-first-decides = only when a physiotherapist decides
exercise-first-agreed = { $when }; the team’s OK is needed first
exercise-pace = Pace of the figure
exercise-pace-seconds = { $out } s out, { $hold } s hold, { $back } s back
exercise-easier = Gentler
exercise-harder = Harder
exercise-links-hint = A plan may name these instead. Do not change exercises on your own.
exercise-number = { $number }
exercise-name = Name in plan files
exercise-source = Source: { $source }

# Asked before an exercise is done for one leg, as needed. A yes means: not now, ring your team.
exercise-ask-yourself = Each time before you begin: { $question } If so, leave it and ring your team today.
safety-question-calf = Is one of your calves newly swollen, warm, painful or a different colour?

sided-yes = One side, then the other
sided-alternate = Left and right in turn

category-mobility = Moving gently
category-breathing = Breathing
category-core-stability = Belly and back muscles
category-activation = Waking up muscles
category-posture = Posture
category-functional = Everyday movements
category-recovery = Resting positions
category-leg-strength = Legs
category-nerve-mobility = Nerve glides
category-balance = Balance
category-aerobic = Walking and cycling

position-on-back = On your back
position-on-side = On your side
position-on-front = On your front
position-all-fours = On hands and knees
position-kneeling = Kneeling
position-sitting = Sitting
position-standing = Standing
position-moving = On the move

# Positions of several kinds, to choose from
posture-any = All
posture-lying = Lying
posture-kneeling = Kneeling
posture-sitting = Sitting
posture-standing = Standing

equipment-bed = a bed
equipment-bike = an exercise bike
equipment-box = a small box
equipment-cushion = a cushion
equipment-firm-chair = a firm chair
equipment-mat = a mat
equipment-pillow = a pillow
equipment-rail = a rail to hold
equipment-resistance-band = a stretchy band
equipment-sock-or-towel = a sock or a towel
equipment-step = a low step
equipment-stool = a stool
equipment-towel = a towel
equipment-walking-shoes = walking shoes
equipment-wall = a wall
equipment-worktop = a worktop

figure-moving = Show it moving
figure-still = Show it still
figure-held = Hold: { $seconds }

# The drawn figure, for people who do not see it: its exercise, how it begins, how it moves.
figure-label = Picture of { $title }. { $position }. { $start } { $steps }
