# What a new plan file changes. How it was and how it is stand under each sentence.
# $title is the name of an exercise, a round, a stage, a limit or a contact, as the sheet writes it.

change-title-changed = The plan has another name.
change-author-added = The plan now says who wrote it.
change-author-changed = The plan was written by somebody else.
change-author-removed = The plan no longer says who wrote it.
change-caution-added = The plan comes with a warning.
change-caution-changed = The warning that comes with the plan is different.
change-caution-removed = The warning that came with the plan is gone.
change-surgery-date-changed = The date of the operation is different. Every day that is counted from it moves.
change-fusion-changed = It says something else about screws, rods or bone graft.
change-starts-changed = The plan starts on another day.
change-review-added = There is a day for the review.
change-review-changed = The review is on another day.
change-review-removed = There is no day for the review any more.
change-ends-added = The plan now has an end.
change-ends-changed = The plan ends on another day.
change-ends-removed = The plan no longer has an end.
change-day-start-changed = The day begins at another time.
change-quiet-hours-added = There are hours in which nothing rings.
change-quiet-hours-changed = The hours in which nothing rings are different.
change-quiet-hours-removed = There are no hours any more in which nothing rings.

change-phase-added = New stage: { $title }
change-phase-changed = Another name or other days for the stage: { $title }
change-phase-removed = No longer a stage: { $title }
change-round-added = New round: { $title }
change-round-changed = Another name, time or place in the day for the round: { $title }
change-round-removed = No longer a round: { $title }

change-line-added = New: { $title }
change-line-removed = No longer on the sheet: { $title }
change-line-exercise-changed = { $title }: the movement is different.
change-line-dose-changed = { $title }: how much is different.
change-line-side-changed = { $title }: the side is different.
change-line-days-changed = { $title }: the days are different.
change-line-how-often-changed = { $title }: how often a day is different.
change-line-span-changed = { $title }: the stage, the first day or the last day is different.
change-line-words-changed = { $title }: the sheet says it in other words.
change-line-order-changed = The exercises come in another order.

change-precaution-added = New limit: { $title }
change-precaution-changed = The day of this limit is different: { $title }
change-precaution-removed = No longer a limit: { $title }
change-note-added = New on the sheet: { $title }
change-note-changed = Told differently on the sheet: { $title }
change-note-removed = No longer on the sheet: { $title }
change-contact-added = New to ring: { $title }
change-contact-changed = Other number, hours or purpose: { $title }
change-contact-removed = No longer to ring: { $title }
