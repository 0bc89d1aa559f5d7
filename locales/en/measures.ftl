# Walking and function: what people measure of themselves by hand. No clinician has reviewed these texts.

measures-title = Walking and function
measures-text = What you can measure yourself, if you like. There is no target, and your numbers are compared with your own alone.
measures-choose = Choose one to see its numbers.
measures-all = All of walking and function
measures-not-reviewed = No clinician has reviewed these texts.
measures-walks-text = Minutes of the walks that you note yourself
measure-chair-stand = Standing up from a chair
measure-sitting = How long you can sit
measure-steps = Steps in a day
measure-activities = What matters to you
measure-none = Nothing is entered yet.
measure-last = { $value } on { $day }
# $value is "8 times", $week a number
measure-suggested = { $week } weeks after your operation: if you like, measure it now.
measure-suggested-start = You can begin with this, if you like.
measure-value-chair-stand = { $n ->
    [one] once
   *[other] { $n } times
}
measure-value-sitting = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
measure-value-steps = { $n ->
    [one] 1 step
   *[other] { $n } steps
}
measure-value-rating = { $n } of 10
measure-value-mean = { $n } of 10 in the mean

# A change is a difference, and neither good nor bad
measure-more = { $by } more than on { $day }.
measure-less = { $by } less than on { $day }.
measure-same = The same as on { $day }.
measure-chance = That is less than the usual spread of this measure: it may be chance.
measure-spread-chair-stand = The usual spread is about 2. That is general knowledge of physiotherapy; no page was checked for it.
measure-spread-activities = The usual spread is 3 for one activity and 2 for the mean; so says a database of measures. The method is that of Stratford and others, 1995, the patient-specific functional scale. The words are ours.

# What was entered
measure-history = Your numbers
measure-earlier = Earlier ones
measure-day = Day
measure-number = Number
measure-change-of = Change: { $day }, { $value }
measure-label-chair-stand = How many times
measure-label-sitting = Minutes
measure-label-steps = Steps
measure-label-rating = 0 to 10
measure-keep = Keep it
measure-empty = Please say the number first.
measure-saved = Kept: { $value }
measure-day-again = There is a number for this day. The new one takes its place; the first stays in the record.
measure-by-helper = entered by somebody who helps

measure-text-sitting = How many minutes can you sit before you have to get up? Write what you noticed on an ordinary day, or let the time run. Do not sit longer for this, and stay inside what your team told you.
sitting-runs = It runs on while this screen or Backwise is closed. Get up when you have to; nothing is won by sitting longer.
sitting-end = I have to get up
# $value is such as "24 minutes"
sitting-check = { $value }: is that how long you sat? Change it if not, and keep it.
sitting-drop = Stop, and enter nothing
sitting-limit = Your sheet limits sitting, so it is not timed here.
sitting-stopped = Exercises of yours are stopped until you have spoken to your team. This waits with them.
measure-text-steps = What your telephone or your watch counted on that day.

# The chair stand
chair-how = How to do it
chair-how-chair = Take a firm chair with a seat about 43 cm high. Put its back against a wall.
chair-how-helper = Somebody stays near you, counts, and looks at the time.
chair-how-sit = Sit in the middle, feet flat on the floor, arms crossed on your chest.
chair-how-stand = When the time runs, stand up fully and sit down again, as often as you safely can in 30 seconds. Keep breathing.
chair-how-half = More than half-way up when the time ends counts as once more.
chair-how-arms = Did you need your arms to get up? Then the number is 0. It still tells your team something.
chair-how-stop = Stop if it hurts, or if you feel faint or unsteady.
chair-start = Start the time
chair-start-text = First 5 seconds to get ready, then 30 seconds.
chair-ready = Get ready
chair-go = Stand up and sit down
chair-stop = Stop
chair-hurts = It hurts
chair-over = The time is over. Sit down. How many times was it?
chair-broken-off = Stopped. Nothing is entered.
chair-out-of-sight = The time was stopped, because the window was out of sight.
chair-elsewhere = Did your team count it with you? You can enter that on any day.
chair-hurt-saved = Written down: it hurt
chair-ok = { $who } said on { $day } that you may do this.
chair-ok-take-back = Take that back
chair-ok-ask = My team said that I may
chair-ok-title = Who said that you may do this?
chair-ok-text = Your surgeon or your physiotherapist. Ask about standing up from a chair as often as you can for 30 seconds.
chair-ok-saved = Written down
chair-waits = Not offered now
chair-waits-warning-sign = A warning sign stops everything, until you write down who said that you may go on.
chair-waits-date-unknown = Nobody has said when your operation was.
chair-waits-not-yet = This is offered from { $day } on, 6 full weeks after your operation, once your team has said that you may.
chair-waits-not-yet-fusion = This is offered from { $day } on, 12 full weeks after your operation, once your team has said that you may. It is 12 weeks after screws, rods or bone graft, and where nobody knows.
chair-waits-hurt = You stopped on { $day }, because it hurt. Rest first. If it does not settle, moves down your leg, or anything is new, look at the warning signs and ring your team. This is offered again when your team has said that you may.
chair-waits-no-ok = This is offered when your surgeon or physiotherapist has said that you may do it.
chair-waits-paused = Your plan is paused.
chair-waits-exercise-stopped = One of your exercises is stopped for now. This waits with it.
chair-waits-bad-day = You said that it is not a good day. This can wait.

# What matters to the person
activities-text = Name three to five things that have become hard since your back trouble and that matter to you, such as climbing stairs or carrying shopping. Then say how well you can do each of them: 0 is “I cannot”, 10 is “as before”.
activities-new = Something that matters to you
activities-add = Add it
activities-empty = Please write what it is.
activities-most = That is five. To name another, stop rating one of these first.
activities-rate = How well can you do it?
activities-rate-text = Think of the last days. What you leave open stays open. Three make a mean.
activities-mean = The mean
activities-other = Other activities than the time before: these means are not compared.
activities-words = In your words
activities-stop = Stop rating it
activities-again = Rate it again
activities-stopped = Not rated any more
activities-saved = Kept
