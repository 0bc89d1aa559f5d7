# What a plan says, part by part. One message for each code, named told-<code>.
# They are clauses that stand beside each other in a list or with commas between them: no capital letter, no full stop.
# Days, times and lists come as the language writes them. $what, $place, $when and $rounding are words of the plan
# file: choose by them, never show them. $text and $title are words of the sheet.

## How much

told-sets-of = { $sets ->
    [one] { $sets } set of { $repetitions }
   *[other] { $sets } sets of { $repetitions }
}
told-sets = { $n ->
    [one] { $n } set
   *[other] { $n } sets
}
told-repetitions = { $n ->
    [one] once
   *[other] { $n } times
}
told-hold = { $n ->
    [one] hold for { $n } second
   *[other] hold for { $n } seconds
}
told-seconds = { $n ->
    [one] keep moving for { $n } second
   *[other] keep moving for { $n } seconds
}
# Between two sets, or between two repetitions where there are no sets
told-rest = { $n ->
    [0] no rest in between
    [one] rest for { $n } second in between
   *[other] rest for { $n } seconds in between
}
told-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
told-breaths = { $n ->
    [one] { $n } breath
   *[other] { $n } breaths
}
told-walking-steps = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
told-metres = { $n ->
    [one] { $n } metre
   *[other] { $n } metres
}
told-load = weight or band: { $text }
told-load-kg = with { $n } kg
told-load-most = no more than: { $text }
told-load-most-kg = no more than { $n } kg
told-range = { $text }
# What the sheet allows beyond the number that it asks for
told-up-to = { $what ->
    [sets] { $n ->
        [one] up to { $n } set if you like
       *[other] up to { $n } sets if you like
    }
    [repetitions] { $n ->
        [one] up to once if you like
       *[other] up to { $n } times if you like
    }
    [hold_seconds] { $n ->
        [one] hold for up to { $n } second if you like
       *[other] hold for up to { $n } seconds if you like
    }
    [seconds] { $n ->
        [one] keep moving for up to { $n } second if you like
       *[other] keep moving for up to { $n } seconds if you like
    }
    [minutes] { $n ->
        [one] up to { $n } minute if you like
       *[other] up to { $n } minutes if you like
    }
    [breaths] { $n ->
        [one] up to { $n } breath if you like
       *[other] up to { $n } breaths if you like
    }
    [walking_steps] { $n ->
        [one] up to { $n } step if you like
       *[other] up to { $n } steps if you like
    }
   *[metres] { $n ->
        [one] up to { $n } metre if you like
       *[other] up to { $n } metres if you like
    }
}
told-not-given = not on your sheet, ask: { $what ->
    [sets] how many sets
    [repetitions] how many times
    [hold] how long to hold
    [rest] how long to rest
    [minutes] how many minutes
    [load] how much weight or which band
    [range] how far to move
   *[dose] how much
}
told-side-each = each side
told-side-left = left side
told-side-right = right side
told-side-both = both sides

## When and how often

told-every-day = every day
told-on-weekdays = on { $days }
told-every-n-days = { $n ->
    [2] every second day from { $day }
    [3] every third day from { $day }
   *[other] every { $n } days from { $day }
}
told-times-a-week = { $n ->
    [one] on { $n } day a week
   *[other] on { $n } days a week
}
told-not-two-days-running = not two days running
# $turn is A or B, $title what takes turns
told-turn = when it is the turn of { $turn } in “{ $title }”
told-in-rounds = in these rounds: { $titles }
told-times-a-day = { $n ->
    [1] once a day
    [2] twice a day
   *[other] { $n } times a day
}
# $n is what the sheet asks for, $most is the most that it allows
told-times-a-day-up-to = { $n ->
    [1] once a day and up to { $most } times if you like
   *[other] { $n } to { $most } times a day
}
# $n is minutes
told-gap = { $n ->
    [60] at least one hour apart
    [90] at least one and a half hours apart
    [120] at least 2 hours apart
    [180] at least 3 hours apart
    [240] at least 4 hours apart
    [300] at least 5 hours apart
    [360] at least 6 hours apart
    [480] at least 8 hours apart
    [one] at least { $n } minute apart
   *[other] at least { $n } minutes apart
}
told-every-hours = { $n ->
    [1] every hour
   *[other] every { $n } hours
}
# Both times are included
told-between = from { $from } to { $until }
told-while-awake = while you are awake
told-as-needed = when you need it: { $text }
told-at-most-a-day = { $n ->
    [1] at most once a day
    [2] at most twice a day
   *[other] at most { $n } times a day
}
told-ask-first = ask yourself first: { $text }
told-technique = every time you move this way

## From when until when

told-in-phase = in this part of your plan: { $title }
told-from-day = from { $day }
told-from-counted = { $what ->
    [surgery] { $n ->
        [0] from { $day } (the day of the operation)
       *[other] from { $day } (day { $n } after the operation)
    }
    [discharge] { $n ->
        [0] from { $day } (the day you came home)
       *[other] from { $day } (day { $n } after you came home)
    }
   *[start] { $n ->
        [0] from { $day } (the first day of the plan)
       *[other] from { $day } (day { $n } after the first day of the plan)
    }
}
told-last-day = up to and including { $day }
told-last-day-counted = { $what ->
    [surgery] { $n ->
        [0] up to and including { $day } (the day of the operation)
       *[other] up to and including { $day } (day { $n } after the operation)
    }
    [discharge] { $n ->
        [0] up to and including { $day } (the day you came home)
       *[other] up to and including { $day } (day { $n } after you came home)
    }
   *[start] { $n ->
        [0] up to and including { $day } (the first day of the plan)
       *[other] up to and including { $day } (day { $n } after the first day of the plan)
    }
}
told-weeks = weeks { $first } to { $last } ({ $from } to { $until })
# The same when it is a single week
told-one-week = week { $first } ({ $from } to { $until })
told-from-week = from week { $n } ({ $day })

## What waits, and what changes

told-switched-off = off until you switch it on
told-waits-for = waits for an OK from your team: “{ $text }”
told-after-done-days = { $n ->
    [one] after you did it on { $n } day
   *[other] after you did it on { $n } days
}
# The person says so; an OK from the team is told-waits-for
told-when-agreed = when you say so
told-written-up-to = written up to { $day }
told-replaces = instead of: { $titles }
told-grows = { grows-by } from { $day } (at most { $most })
# What told-grows and undated-grows begin with
grows-by = { $what ->
    [sets] { $by ->
        [one] { $by } set more
       *[other] { $by } sets more
    }
    [repetitions] { $by ->
        [one] { $by } repetition more
       *[other] { $by } repetitions more
    }
    [hold_seconds] { $by ->
        [one] hold { $by } second longer
       *[other] hold { $by } seconds longer
    }
    [seconds] { $by ->
        [one] keep moving { $by } second longer
       *[other] keep moving { $by } seconds longer
    }
    [minutes] { $by ->
        [one] { $by } minute more
       *[other] { $by } minutes more
    }
    [breaths] { $by ->
        [one] { $by } breath more
       *[other] { $by } breaths more
    }
    [walking_steps] { $by ->
        [one] { $by } step more
       *[other] { $by } steps more
    }
   *[metres] { $by ->
        [one] { $by } metre more
       *[other] { $by } metres more
    }
} { $n ->
    [1] every day
    [2] every second day
    [7] every week
    [14] every two weeks
   *[other] every { $n } days
}

## The exercise and the sheet

# $id is its name in plan files
told-exercise = { $title } ({ $id })
told-flags = asks your body for: { $list }
told-pace = pace: { $out } s out · { $hold } s still · { $back } s back
told-no-pace = at your own pace
told-instruction = { $text }
told-calf-question = a question about your calf comes first
told-words = “{ $text }”
told-sheet-no = number { $text } on your sheet
told-source = from: { $text }

## Rules

told-at = at { $time }
told-routine = { $text }
told-latest-start = not begun after { $time }
told-latest-ring = no reminder after { $time }
told-on-dates = on { $days }
told-day-start = a new day begins at { $time }
told-quiet = nothing rings from { $from } to { $until }
told-awake = awake from { $from } to { $until }
told-round-at = { $title } at { $time }
told-without-rounds = without: { $titles }
told-from-whom = from { $text }
told-ask-on = to be asked on { $day }
told-on-day = on { $day }
told-turns = in turn: { $text }
told-advance-calendar = by the calendar from { $day }
told-advance-done = the next turn comes after the last one was done
told-limit-kinds = about { $list }
told-lift-kg = lift at most { $n } kg
told-sit-minutes = { $n ->
    [one] sit for at most { $n } minute at a time
   *[other] sit for at most { $n } minutes at a time
}
told-up-minutes = { $n ->
    [one] then be up for { $n } minute
   *[other] then be up for { $n } minutes
}
told-until-day = until { $day }
# The appointment “review” is in every plan that has a day for it
told-until-appointment = { $title ->
    [review] until your review on { $day }
   *[other] until this appointment on { $day }: { $title }
}
told-until-ok = until you have this OK from your team: “{ $text }”
told-until-told = until your team says otherwise
told-ask-pain = { $what ->
    [once-a-day] you are asked about pain once a day
    [each-round] you are asked about pain in each round
   *[after-it-hurts] you are asked about pain after you say that it hurt
}
# $n is a number from 0 to 10
told-pain-over = { $place ->
    [back] back pain over { $n }
    [leg] leg pain over { $n }
   *[either] back or leg pain over { $n }
}{ $when ->
    [before] {" "}before the exercise
    [during] {" "}during the exercise
    [after] {" "}after the exercise
    [next-morning] {" "}the next morning
   *[any] {" "}at any time
}
told-pain-at-least = { $place ->
    [back] back pain of { $n } or more
    [leg] leg pain of { $n } or more
   *[either] back or leg pain of { $n } or more
}{ $when ->
    [before] {" "}before the exercise
    [during] {" "}during the exercise
    [after] {" "}after the exercise
    [next-morning] {" "}the next morning
   *[any] {" "}at any time
}
told-pain-spreading = { $when ->
    [before] pain that moves further down your leg before the exercise
    [during] pain that moves further down your leg during the exercise
    [after] pain that moves further down your leg after the exercise
    [next-morning] pain that has moved further down your leg the next morning
   *[any] pain that moves further down your leg at any time
}
# $n is how many points it is worse by at least
told-pain-worse = { $place ->
    [back] back pain that is { $n } or more above your usual morning
    [leg] leg pain that is { $n } or more above your usual morning
   *[either] back or leg pain that is { $n } or more above your usual morning
}
told-go-on = go on
told-stop = stop this exercise
told-part-of-dose = { $rounding ->
    [up] { $n ->
        [50] do half (rounded up)
       *[other] do { $n } % of it (rounded up)
    }
   *[down] { $n ->
        [50] do half (rounded down but at least one)
       *[other] do { $n } % of it (rounded down but at least one)
    }
}
# How much comes after it
told-other-dose = do less
told-next-time = the next time
told-for-bouts = { $n ->
    [one] for the next time
   *[other] for the next { $n } times
}
told-until-said = until your team says that you may
told-only-for = only for: { $titles }
told-ring = ring: { $text }
told-minimum = { $n ->
    [1] { $title } once
    [2] { $title } twice
   *[other] { $title } { $n } times
}
told-except = you still do: { $titles }
told-off-skip = the rest is left out
told-off-shift = the rest moves to the next day that is not a day off
told-for-days = { $n ->
    [one] for { $n } day
   *[other] for { $n } days
}
# What a note is about
told-about = { $what ->
    [pain] about pain
    [bad-day] about a bad day
    [missed-round] about a round that did not happen
    [technique] about how to move
   *[general] about your plan
}
told-number = { $text }
told-hours = { $text }
told-what-for = for: { $text }

## The head of the sheet

told-plain = { $text }
told-fusion = { $what ->
    [yes] with screws, rods or bone graft
    [no] without screws, rods or bone graft
   *[unknown] not known whether there are screws, rods or bone graft
}
told-weeks-counted = { $what ->
    [from-1] the first seven days after the operation are week 1
   *[completed] week 1 begins when seven days have passed since the operation
}
told-week-starts = a week begins on { $days }
told-gap-days = a pause is offered after { $n } days without an entry

## The same in a template, where there are no dates: undated-<code>

undated-from-counted = { $what ->
    [surgery] { $n ->
        [0] from the day of the operation
       *[other] from day { $n } after the operation
    }
    [discharge] { $n ->
        [0] from the day you came home
       *[other] from day { $n } after you came home
    }
   *[start] { $n ->
        [0] from the first day of the plan
       *[other] from day { $n } after the first day of the plan
    }
}
undated-last-day-counted = { $what ->
    [surgery] { $n ->
        [0] up to and including the day of the operation
       *[other] up to and including day { $n } after the operation
    }
    [discharge] { $n ->
        [0] up to and including the day you came home
       *[other] up to and including day { $n } after you came home
    }
   *[start] { $n ->
        [0] up to and including the first day of the plan
       *[other] up to and including day { $n } after the first day of the plan
    }
}
undated-weeks = weeks { $first } to { $last }
undated-one-week = week { $first }
undated-from-week = from week { $n }
undated-grows = { grows-by } (at most { $most })

## What an exercise asks of the body, for told-flags

flag-supine = lying on your back
flag-prone = lying on your front
flag-side-lying = lying on your side
flag-quadruped = being on hands and knees
flag-kneeling = kneeling
flag-sitting = sitting
flag-standing = standing
flag-single-leg = standing on one leg
flag-hinge = bending forward at the hips with a straight back
flag-lift = lifting a weight
flag-pull-load = pulling against a weight or a band
flag-spine-flexion = bending your back forward
flag-spine-flexion-small = bending your back forward a little
flag-spine-extension = bending your back backward
flag-rotation = turning your trunk
flag-nerve-tension = stretching a nerve
flag-floor-transfer = getting down to the floor and up again
flag-wound-pressure = lying or pressing on the wound
flag-transfer = changing place

## What a limit is about, for told-limit-kinds

limit-bending = bending
limit-lifting = lifting
limit-twisting = twisting
limit-arching = bending backward
limit-sitting = sitting
limit-driving = driving
limit-wound = the wound
limit-water = water
limit-floor = getting down to the floor
limit-lying-on-front = lying on your front
limit-one-leg = standing on one leg
limit-kneeling = kneeling
limit-brace = the brace
limit-load = weights and bands
limit-other = something else
