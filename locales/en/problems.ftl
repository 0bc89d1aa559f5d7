# What is wrong with a file, and what mends it. One message for each code.
# $key, $table and $kind are words of the file and are never translated.
# The place and what was probably meant are said around these sentences.

problem-too-large = This file is too large for a plan. A plan has at most { $limit } kB. Please choose another file, or make this one shorter.
problem-not-text = This is not a plain text file. Save it again as plain text with the encoding UTF-8.
# $detail is the parser's own words, in English
problem-not-toml = The text breaks off here: { $detail }. Look for a missing quote, bracket or equals sign on this line or the one before.
problem-newer-format = This file was written for a later Backwise. It has format { $found }, and this Backwise reads up to { $known }. Install the later Backwise, then try again.
problem-unknown-key = There is no key “{ $key }” here. Change it or take the line out. Words that stand for themselves belong in a note.
problem-misplaced-key = The key “{ $key }” belongs at the top of the file, but here it is part of “{ $table }”. Move this line above the first line in square brackets.
problem-key-twice = “{ $key }” stands here for the second time. Keep one of them. A heading that comes more than once has double brackets, such as [[line]].
problem-said-twice = “{ $first }” and “{ $second }” say the same thing twice. Keep one of them.
problem-missing-key = “{ $key }” is missing in “{ $table }”. Please add it.
problem-wrong-kind = “{ $key }” should be { $wanted ->
    [text] text in quotes
    [number] a whole number without quotes
    [decimal] a number
    [one-or-two] one number, or two in square brackets: near limb, far limb
    [number-or-two] a whole number, or two in square brackets: the least, the most
    [from-to] a whole number, or two in square brackets: the least, the most
    [two-times] two times in square brackets, such as ["08:00", "20:00"]
    [two-or-more] two or more in square brackets, such as ["A", "B"]
    [true-or-false] true or false
    [date] a date such as 2026-11-16
    [time] a time such as "08:30"
    [list] a list in square brackets
    [table] one table with single brackets
    [tables] tables with double brackets
   *[other] { $wanted }
  }, but this is { $found ->
    [text] text
    [number] a number
    [decimal] a number with decimals
    [true-or-false] true or false
    [date-or-time] a date or a time
    [list] a list
    [table] one table
    [tables] a list of tables
   *[other] { $found }
  }.
problem-out-of-range = “{ $key }” is { $found }. It can be from { $least } to { $most }.
problem-wrong-order = “{ $key }” is { $found }. The smaller number comes first.
problem-bad-length = “{ $key }” is empty or too long. It can have up to { $most } characters.
problem-empty-list = “{ $key }” has nothing in it. Fill it or take the line out.
problem-too-many = There are too many of “{ $key }”: { $found }. There can be up to { $most }.
problem-hidden-character = “{ $key }” has a character that cannot be seen ({ $found }). Delete this text and type it again.
problem-bad-name = “{ $found }” cannot be used as a name. Use small letters, digits and single hyphens, such as heel-slide.
problem-bad-date = “{ $found }” is not a date in the calendar. Write year, month and day, such as 2026-11-16.
problem-bad-time = “{ $found }” is not a time of day. Write hours and minutes from "00:00" to "23:59", such as "08:30".
problem-unknown-word = “{ $found }” is not one of the words for “{ $key }”. It can be: { $choices }.
problem-same-name-twice = “{ $found }” is used twice as { $kind }. Each can be there only once. Change or take out one of them.
problem-unknown-exercise = Backwise does not know the exercise “{ $found }”. Use a name from the list of exercises. If it is your own exercise, add a title to the line.
problem-unknown-name = { $kind ->
    [line] There is no line “{ $found }” in this plan. Use the id of a [[line]], or add that line.
    [round] There is no round “{ $found }” in this plan. Use the id of a [[round]], or add that round.
    [phase] There is no phase “{ $found }” in this plan. Use the id of a [[phase]], or add that phase.
    [programme] There is no programme “{ $found }” in this plan. Use the id of a [[programme]], or add that programme.
    [clearance] There is no OK of the team with the name “{ $found }” in this plan. Use the id of a [[clearance]], or add that OK.
    [appointment] { $found ->
        [review] This waits for the review, but the plan has no day for it. Add review with a date at the top of the file.
       *[other] There is no appointment “{ $found }” in this plan. Use the id of an [[appointment]], or add that appointment.
    }
    [source] docs/sources.md explains no source “{ $found }”. Use one of its codes, or add a line to that page.
    [topic] There is no topic “{ $found }”. Name the text after a topic, or add that topic.
    [contact] There is nobody with the name “{ $found }” to ring in this plan. Use the name of a [[contact]], or add that contact.
   *[other] There is no { $kind } “{ $found }” in this plan. Use the id of a [[{ $kind }]], or add it.
  }
problem-rounds-at-same-time = The rounds “{ $first }” and “{ $second }” are both at { $at }. Change one of the times, or make them one round.
problem-ends-before-it-starts = “{ $key }” is { $until }, but the start is { $from }. The end must be later than the start.
problem-never-due = No day would ever ask for “{ $line }”. It could begin on { $from } and is over on { $until }. Check its days, its phase and the end of the plan.
problem-how-often-missing = “{ $line }” does not say how often. Give its days, and with them one of rounds, times_a_day and every_hours. Or write as_needed if it is for when it is needed, or technique = true if it is a way of moving.
problem-how-often-twice = “{ $line }” says in more than one way how often it is done in a day. Keep one of rounds, times_a_day and every_hours.
problem-dose-missing = “{ $line }” does not say how much. Add one of repetitions, seconds, minutes, breaths, walking_steps and metres, as on the sheet. If the sheet does not say it, write not_given = ["dose"].
problem-side-missing = “{ $line }” does not say which side. Add side = "each" for the whole dose on each side, or "both", "left" or "right".
problem-hold-without-repetitions = { $sets ->
    [none] “{ $line }” has a hold of { $seconds } seconds, but it is not clear how many times. Add repetitions. If the sheet does not say it, write not_given = ["repetitions"].
   *[other] “{ $line }”: { $sets } x { $seconds } seconds. Is { $sets } the sets or the repetitions? For repetitions, write repetitions = { $sets } and no sets. For sets of one hold each, keep the sets and add repetitions = 1.
  } If you are not sure, ask who wrote the sheet.
problem-no-lines = This plan has no exercise. Add at least one [[line]].
problem-old-revision = This is revision { $found }, and you have revision { $present } already. A new revision needs a higher number.
problem-not-answered = { $line ->
    [none] Something on your sheet is not answered yet. Answer it first.
   *[other] “{ $line }”: something is not answered yet. Answer it first, or leave this line for later.
  }
problem-not-read-back = “{ $line }” was not compared with your sheet since it was last changed. Compare it, and say that it is right.
problem-not-added = Typed, but not added to the sheet: “{ $words }”

# Days, weeks, phases and stages
problem-weeks-not-counted = “{ $key }” speaks of weeks. How does your sheet count them? Write weeks_counted at the top of the file: "from-1" if the first seven days after the operation are week 1, or "completed" if week 1 begins when seven days have passed.
problem-no-discharge = “{ $key }” counts from the day the person came home, but the file does not say which day that was. Add discharge with a date to [surgery], or count from the operation.
problem-clearance-unused = Nothing in this plan waits for the OK “{ $found }”. Name it with clearance = "{ $found }" where something waits for it, or take it out.
problem-phase-gap = No phase holds from { $from } up to the day before { $until }: “{ $first }” is over and “{ $second }” has not begun. Which of them do these days belong to? Let “{ $second }” begin where “{ $first }” ends.
problem-phases-overlap = From { $from } two phases hold at once: “{ $first }” and “{ $second }”. Let “{ $first }” end on the day on which “{ $second }” begins.
problem-stages-overlap = A stage of “{ $line }” begins on { $from }, but the stage before it goes on until { $before }. Put the stages in the order of their days, and let each begin where the one before it ends.
problem-stage-start-missing = From which day? A stage of “{ $line }” does not say when it begins. Add one of from, from_day, weeks, from_week, after_done_days, when_agreed and clearance.
problem-stage-start-twice = A stage of “{ $line }” begins in two ways: with “{ $first }” and with “{ $second }”. Keep the one that the sheet means. If both must have come, write two stages: one that begins on the day and changes nothing, and after it the other.
problem-replaces-itself = A stage of “{ $line }” replaces “{ $line }” itself, so the line would rest for ever. Name the other line that rests, or take “replaces” out.
problem-replaced-in-circle = Please check: stages let these lines rest for each other: { $found }. While they hold, nobody is asked for any of them. Take one “replaces” out. If a line is over when the other begins, give it its last day with until.
problem-growth-without-number = “{ $key }” of “{ $line }” is to go up, but the line has no “{ $key }” below the most that it may reach. Give the line the number that it begins with, or a higher at_most.
problem-growth-with-stages = “{ $line }” has both stages and a growth. Keep one of them: a growth for the same step each time, stages for anything else.

# How much and how often
problem-up-to-too-low = { $asked ->
    [none] “{ $key }” may go up to { $found }, but the line asks for no “{ $key }”. Add the number that is asked for, or take this out.
   *[other] “{ $key }” may go up to { $found }, but { $asked } are asked for. The number in up_to must be the higher one.
  }
problem-given-and-not-given = “{ $line }” gives “{ $key }” and says that the sheet does not give it. Take one of the two out.
problem-round-before-day = Such a day begins at { $start }, after the round “{ $round }” at { $at }. Give the round another time on these days (times), name it in leave_out, or let the day begin earlier (start).
problem-slot-unreachable = The round “{ $round }” begins at { $at }, but nothing may begin after { $latest }. Change the time of the round or latest_start.
problem-rounds-closer-than-gap = “{ $line }” needs { $gap } minutes between two times, but the rounds “{ $first }” and “{ $second }” are closer together. Change the time of a round, or the gap.
problem-gap-does-not-fit = “{ $line }” is asked for { $times } times a day, { $gap } minutes apart. That does not fit into the { $minutes } minutes of the day. Which is right: the number of times, the gap, or the hours of the day?
problem-more-than-the-most = “{ $line }” is asked for { $times } times a day, but may be done at most { $most } times. Which is right: how often it is asked for, or most_a_day?
problem-too-many-days-apart = “{ $line }” is asked for on { $times } days a week and never two days running. That does not fit into every week: it can be up to 3 days. Change the number, or take out not_two_days_running.
problem-awake-missing = “{ $line }” is done every so many hours while the person is awake. When is that? Add awake_from and awake_until to [day], or between to the line.
problem-bad-day-above-day = On a bad day “{ $line }” is asked for { $bouts } times, but on other days { $most } times. Write the smaller number that is enough on a bad day.
problem-too-precise = “{ $key }” is { $found }. Weights can have one digit after the point, such as 4.5. Backwise rounds no limit, so please write the weight you mean.
problem-programme-needs-days = A programme that goes by the calendar needs fixed days. Give days or every_days, or write advance = "done" if the next turn comes after the last one was done.

# Limits and pain
problem-limit-without-end = This limit does not say until when it holds. Add a day, an appointment or an OK of the team. If the sheet gives none, write until_told_otherwise = true.
problem-pain-trigger-missing = This rule does not say how much pain it is about. Add over or at_least with a number, spreading = true for pain that moves further down the leg, or worse = true for pain above the usual morning.
problem-pain-part-missing = This rule says to do less, but not how much less. Add percent and rounding, or a dose.
problem-pain-stop-loosened = Pain that moves further down the leg always stops the exercise. Write then = "stop".
problem-pain-worse-not-morning = A morning that is worse than usual is looked at on the next morning. Write when = "next-morning".
problem-pain-rule-never-reached = Rule { $number } above comes first whenever this rule would fit, so this one would never be used. Put the narrower rule above the wider one.

# Templates
problem-template-line-on = “{ $line }” is switched on. In a template every line is off until the person switches it on. Write off = true.
problem-date-in-template = “{ $key }” is a date. A template is for any operation, so it has no dates. Count from the operation or the start, such as "surgery + 14".
problem-plan-key-in-template = “{ $key }” belongs in a plan, not in a template. Take this line out.

# Not wrong, but worth a look. These are remarks: the file can be taken in as it is.
problem-earlier-than-usual = Please check: “{ $line }” begins on { $from }. The exercise usually comes later (full weeks after the operation: { $week }). If the sheet says so, leave it as it is.
problem-clearance-is-usual = Please check: an OK from the team usually comes before the exercise of “{ $line }”, and here it waits for none. If the sheet says so, leave it as it is.
problem-limit-touches-line = Please check: the exercise of “{ $line }” may touch this limit of the same plan: “{ $limit }”. Is that meant?
problem-sheets-disagree = Please check: “{ $line }” and “{ $other }” are the same exercise from two sheets, and they do not say the same. Both stay as they are. Which one counts?
problem-schema-disagrees = Please check: Backwise reads this, but the published description of the format does not allow it ({ $path }: { $rule }). Another program may refuse the file. Please tell the makers of Backwise.
problem-round-in-quiet-hours = Please check: the round “{ $round }” is at { $at }, in the hours in which nothing rings. It will be shown, but there is no reminder for it.
problem-round-after-day = Please check: such a day puts the round “{ $round }” at { $at }, but the next day begins at { $next }. Unless that is such a day too, the round has no time left and nobody is asked for it.
problem-no-time-on-kind-of-day = Please check: a day of the kind “{ $day }” begins at { $start }, when the last time for “{ $line }” by the clock is over. Nobody is asked for it on such a day.
problem-stage-outside-line = Please check: stage { $stage } of “{ $line }” is written for days on which the line is not done. Is one of the days wrong?

# For people who write catalogue entries
problem-source-missing = “{ $key }” has numbers, but no source. Say where they come from, with a code from docs/sources.md.
problem-guidance-missing = The text for people lacks “{ $part }”. Please write it.
problem-links-in-circle = The links “easier” and “harder” lead back to where they began: { $found }. Each is gentler than the one before it. Take out the link that is wrong.
problem-wrong-folder = The file is in the folder “{ $found }”. Its category says “{ $wanted }”. Move the file or change the category.
