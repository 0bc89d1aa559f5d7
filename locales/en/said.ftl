# What was said of the plan, by the team and by the person: for looking at it later.

said-title = What your team and you said
said-text = All that you entered about your plan. You can correct it or take it back. Nothing is ever deleted.
said-empty = Nothing yet. What your team says about your plan, and your pauses, will stand here.

said-clearance-yes = Your team said yes
said-clearance-not-yet = Your team said: not yet
said-clearance-no = Your team said no
said-limit-over = Your team said that this limit is over
said-stage-agreed = You went to the next step
said-stage-stayed = You stayed as you were
said-pause-open = A pause from { $from } on
said-pause = A pause from { $from } until { $through }
said-bad-day = Not a good day: { $day }
said-hurt = { $place ->
    [back] It hurt in the back
    [leg] It hurt in the leg
    [elsewhere] It hurt somewhere else
   *[not-said] It hurt
}
said-hurt-score = { $place ->
    [back] It hurt in the back: { $score } of 10
    [leg] It hurt in the leg: { $score } of 10
    [elsewhere] It hurt somewhere else: { $score } of 10
   *[not-said] It hurt: { $score } of 10
}
# Scores that were asked for, of no exercise
said-rated = { $when ->
    [next-morning] In the morning
   *[other] On the day
}: { $place ->
    [back] back
   *[leg] leg
} { $score } of 10
said-usual-morning = Your usual morning: back { $back }, leg { $leg }
said-felt-fine = You felt fine after it
said-felt-sore = You were sore after it, but OK
said-asked-calf = Your calf was newly swollen, warm or painful
said-spoken-to = Somebody of your team was asked, and you may go on
said-spoken-until = Somebody of your team was asked, and you may go on from { $day }

said-on = Said on { $day }
said-by = By { $who }
said-entered = Entered { $when }
said-later = Entered later
said-helper = Entered by a helper
said-corrected = Corrected

said-correct = Correct
said-correct-of = Correct: { $what }
said-take-back = Take back
said-take-back-of = Take back: { $what }
said-put-back = Put back
said-put-back-of = Put back: { $what }
said-pause-first-day = The first day
saved-said-put-back = Put back
saved-said-corrected = Corrected
