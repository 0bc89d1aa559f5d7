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
    [one-or-two] one number, or two: near limb, far limb
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
problem-unknown-round = There is no round “{ $found }” in this plan. Use the id of a [[round]], or add that round.
problem-unknown-phase = There is no phase “{ $found }” in this plan. Use the id of a [[phase]], or add that phase.
problem-rounds-at-same-time = The rounds “{ $first }” and “{ $second }” are both at { $at }. Change one of the times, or make them one round.
problem-ends-before-it-starts = “{ $key }” is { $until }, but the start is { $from }. The end must be later than the start.
problem-never-due = No day would ever ask for “{ $line }”. It could begin on { $from } and is over on { $until }. Check its days, its phase and the end of the plan.
problem-how-often-missing = “{ $line }” does not say how often a day. Add rounds = [...] with the ids of rounds, or times_a_day with a number.
problem-how-often-twice = “{ $line }” has both rounds and times_a_day. Keep one of them.
problem-dose-missing = “{ $line }” does not say how much. Add sets and repetitions, minutes or breaths, as on the sheet.
problem-side-missing = “{ $line }” does not say which side. Add side = "each" for the whole dose on each side, or "both", "left" or "right".
problem-hold-without-repetitions = { $sets ->
    [none] “{ $line }” has a hold of { $seconds } seconds, but it is not clear how many times. Add repetitions.
   *[other] “{ $line }” says { $sets } x { $seconds } seconds. Is { $sets } the sets or the repetitions? For repetitions, write repetitions = { $sets } and no sets. For sets of one hold each, keep the sets and add repetitions = 1.
  } If you are not sure, ask who wrote the sheet.
problem-no-lines = This plan has no exercise. Add at least one [[line]].
problem-old-revision = This is revision { $found }, and you have revision { $present } already. A new revision needs a higher number.
# For people who write catalogue entries
problem-source-missing = “{ $key }” has numbers, but no source. Say where they come from, with a code from docs/sources.md.
problem-guidance-missing = The text for people lacks “{ $part }”. Please write it.
problem-wrong-folder = The file is in the folder “{ $found }”. Its category says “{ $wanted }”. Move the file or change the category.
