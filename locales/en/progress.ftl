# Progress: walking and function, then what the plan asked for in numbers. Numbers stand side by side, and none of them is a verdict.

progress-title = Progress
progress-figures = What your plan asked for
progress-which = Which days
progress-this-week = This week
progress-last-week = Last week
progress-four-weeks = Four weeks
progress-since-start = Since the start
# $from and $through are days such as "16 November 2026"
progress-days = { $from } to { $through }. Weeks begin on the day that your plan says.
progress-one-day = { $from }. Weeks begin on the day that your plan says.
progress-no-plan = There is no plan here yet. With one, the numbers of your exercises stand here.
progress-nothing-asked = In these days your plan asked for nothing.
progress-first-day = Nothing is over yet. What you do stands here as soon as you enter it.
# The table of what became of it; each word is one of the six on Today
progress-caption = What became of it, and how often
progress-what = What became of it
progress-how-often = How often
progress-open = Still to come
progress-total = On your plan in all
progress-no-entry = “No entry” says that nobody entered anything, not that nothing was done.
progress-besides = { $what ->
    [not-reminded] Of “no entry”, { $n } at a time when nothing of Backwise ran: it may not have reminded you.
    [unknown] Of “no entry”, { $n } before Backwise was first opened here.
    [paused] Of “not needed”, { $n } in a pause.
    [later] { $n } entered on a later day.
    [corrected] { $n } put right afterwards.
   *[extra] { $n } done beyond what was asked. That counts toward nothing, and is kept.
}

# Each exercise. $parts is such as "14 done, 1 some, 5 no entry"
progress-lines = Exercise by exercise
progress-asked-for = { $n } on your plan: { $parts }
progress-part = { $what ->
    [done] { $n } done
    [some] { $n } some
    [not-needed] { $n } not needed
    [stopped] { $n } stopped
    [skipped] { $n } skipped
    [no-entry] { $n } no entry
   *[open] { $n } still to come
}
progress-out-of = { $what ->
    [days] on { $done } of { $asked } days
    [sets] { $done } of { $asked } sets
    [minutes] { $done } of { $asked } minutes
    [breaths] { $done } of { $asked } slow breaths
    [steps] { $done } of { $asked } steps
    [metres] { $done } of { $asked } metres
   *[times] { $done } of { $asked } times
}
progress-unsaid = { $n ->
    [one] Once some of it was done, and nobody said how much. It is not in the sets, times, minutes, breaths, steps or metres.
   *[other] { $n } times some of it was done, and nobody said how much. They are not in the sets, times, minutes, breaths, steps or metres.
}

# Exercises that are done so many days a week. What is short belongs to the week and to no day.
progress-weeks = So many days a week
progress-weeks-text = Where a week is short of days, it shows here and in no other number.
progress-week-so-far = { $done } of { $asked } days so far
progress-week = { $fewer ->
    [0] { $done } of { $asked } days
    [one] { $done } of { $asked } days, one fewer than your sheet asks
   *[other] { $done } of { $asked } days, { $fewer } fewer than your sheet asks
}
# A limit or a stop kept it back on $kept of the week’s days: nothing of the week is short. Where $asked is 0, all of it was kept back
progress-week-kept-back = { $asked ->
    [0] { $kept ->
        [one] A limit or a stop kept it back on one day. Nothing was asked.
       *[other] A limit or a stop kept it back on { $kept } days. Nothing was asked.
    }
   *[other] { $kept ->
        [one] { $done } of { $asked } days. On one day a limit or a stop kept it back.
       *[other] { $done } of { $asked } days. On { $kept } days a limit or a stop kept it back.
    }
}
progress-week-more = { $asked ->
    [0] Nothing asked this week. Done on { $done ->
        [one] 1 day.
       *[other] { $done } days.
    }
   *[other] { $done } days, and your sheet asks for { $asked }
}
# A week of which nothing was asked; $why is “pause” where all of it lay in one
progress-week-nothing = { $why ->
    [pause] Paused: nothing asked this week.
   *[other] Nothing asked this week.
}
progress-weeks-earlier = Earlier weeks

# Pain in the days that are shown
progress-pain = Pain
progress-pain-text = The highest number of each day, from 0 to 10. A day that you did not rate has no number, and no line leads over it. Each day in the record shows all that you said.
progress-pain-place = { $place ->
    [back] Back
    [leg] Leg
    [elsewhere] Somewhere else
   *[not-said] No place was said
}

# A line of the sheet that nobody was asked for in all of the days
figure-waited = { $title }: waited for a word of your team in all of these days
