# The exercises that Backwise knows.

exercises-title = Exercises
exercises-search = Search
exercises-search-hint = For example: clam, belly, walk
exercises-found = { $count ->
    [0] No exercise has that name.
    [one] One exercise
   *[other] { $count } exercises
}
exercises-none-hint = Try another word, or a shorter one.
exercises-empty = There are no exercises to show.
exercises-only-yours = Do only what your own team told you to do. This page explains; it is not your plan.
exercises-choose = Choose an exercise to read how it is done.
exercises-all = All exercises
exercise-missing-title = That exercise is not here
exercise-missing-text = Backwise does not know an exercise by that name.
exercise-in-your-plan = In your plan
exercise-position = Position
exercise-equipment = You need
exercise-also = Also called
exercise-start = How to begin
exercise-steps = How to move
exercise-watch-for = Look out for
exercise-stop-if = Stop if
exercise-not-reviewed = Not reviewed by a clinician
exercise-not-reviewed-text = This text comes from published sources. No clinician has checked it for you. Your own sheet comes first.
exercise-reviewed = Reviewed by { $who }
exercise-no-guidance = There is no description of this exercise.

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

equipment-cushion = a cushion
equipment-firm-chair = a firm chair
equipment-pillow = a pillow
equipment-sock-or-towel = a sock or a towel
equipment-walking-shoes = walking shoes
equipment-worktop = a worktop

# The drawn figure, for people who do not see it: its exercise, how it begins, how it moves.
figure-label = Picture of { $title }. { $start } { $steps }
