# The first run, and what the person says of themselves. No clinician has reviewed these sentences yet.
#
# The sentences that begin with terms- are what the person accepts. When their meaning changes, TERMS_VERSION in
# crates/core/src/person/mod.rs goes up by one, so that everybody is asked again.

terms-title = Welcome to Backwise
terms-does = Backwise helps you follow, time and record the exercises and limits that your own surgeon or physiotherapist gave you after an operation on the lower back.
terms-does-not = It does not diagnose, treat or watch over you, and it can be wrong or fail: your own team and your paper sheet come first.
terms-stays = Nothing leaves this device by itself, and the warning signs are one tap away on every screen.
terms-emergency = In an emergency you need nothing of this. Stop, and ring the emergency number.
terms-read-all = Read all of it
terms-all-first = Follow your own surgeon and physiotherapist first. Where Backwise says something else, they are right.
terms-all-general = What Backwise says about exercises is general. Example plans are examples: nobody made or checked them for you, and no clinician has reviewed them.
terms-all-signs = If you have a warning sign, stop the exercises and get help. Backwise does not notice it for you.
terms-all-device = Everything you enter stays on this device until you copy it yourself. If the device is lost, the record is lost.
terms-all-fail = Any program can be wrong or fail. Do not rely on reminders alone. Keep your paper sheet.
terms-all-adults = It is for adults after an operation on the lower back that makes room for the nerves (a decompression, such as a laminectomy), with or without screws, rods or bone graft.
terms-all-not-for = The example plans are not for you if you are under 18 or pregnant, if the operation was on the neck or the upper back, or because of a tumour, an infection, a broken bone or a curved spine, or if you were told to lie flat because of a leak of spinal fluid. A plan that your own team wrote can still be followed.
terms-all-not-reviewed = No clinician and no lawyer has reviewed these sentences yet.
terms-agree = I understand

welcome-title = Before you begin
welcome-step = Question { $number } of { $all }
welcome-skip = Answer this later
welcome-keep = Keep this answer
welcome-go-on = Go on
welcome-done = Go to Today
welcome-later-title = A few questions are open
welcome-later-text = They take two minutes, and you can leave each of them open.
welcome-later-go = Answer them

# The day of the operation
operation-title = When was your operation, or when will it be?
operation-why = Backwise counts days and weeks from it.
operation-field = Day of the operation
# $day is a whole date such as "Monday 2 November 2026"
operation-read-back = { $days ->
    [0] { $day }, today.
    [one] { $day }, yesterday.
   *[other] { $day }, { $days } days ago.
}
operation-read-ahead = { $days ->
    [one] { $day }, tomorrow.
   *[other] { $day }, in { $days } days.
}
operation-ahead = Your operation is still to come. Until then nothing is asked of you.
operation-right = Yes, that is right
operation-change = Choose another day above if that is not right.

fusion-title = Did they put in screws, rods or bone graft?
fusion-why = After such an operation many things begin later. It stands on your papers from the hospital. If you do not know, no example plan is offered: ask your team.
fusion-answer-yes = Yes
fusion-answer-no = No
fusion-answer-unknown = I don’t know

floor-title = Can you get down to the floor and up again alone?
floor-why = Please do not try it now to find out. Without a yes, Backwise offers no example exercise on the floor.
floor-answer-yes = Yes
floor-answer-no = No, or only with help
floor-answer-not-tried = I have not tried

discharge-title = What was there already when you came home?
discharge-why = So that you can tell later whether something is new or worse. Tick what was there. It stays on this device.
discharge-sign-saddle = Numbness or pins and needles between the legs
discharge-sign-bladder = Trouble with passing or holding water, or a catheter
discharge-sign-bowel = Trouble with holding or feeling a bowel movement
discharge-sign-sexual = Loss of feeling in the genitals, or trouble with sex
discharge-sign-leg-weakness = A weak leg or foot
discharge-sign-leg-numbness = Numbness or tingling in a leg or foot
discharge-sign-leg-pain = Pain in a leg
discharge-sign-wound = A wound that was not closed or not dry
discharge-sign-headache = A headache that was worse when upright
discharge-note = In your own words, if you like
discharge-none = None of these was there
discharge-save = Save these
discharge-signs = If something of this began or got worse after you came home, do not go on here. Read the warning signs.
discharge-nothing = Nothing of it was there

limits-title = What did your team say about limits?
limits-why = About bending, lifting, twisting, sitting or driving, for instance. Some sheets say nothing of it, and it was said by word of mouth.
limits-answer-given = They gave me limits
limits-answer-none = No limit
limits-answer-not-told = I wasn’t told
# Shown where no limit stands in the plan
limits-said-given = You said: they gave me limits. They do not stand in your plan yet. Type them in under “What else your sheet says”.
limits-said-none = You said: no limit.
limits-said-not-told = Nobody has told you about limits: ask your team. That nobody said anything does not mean that there are none.
limits-ask = Note it as a question for the team

contacts-ask-title = Whom can you ring?
contacts-ask-why = The ward, your physiotherapist, the out-of-hours line. The numbers are on the papers from your hospital. They are shown with the warning signs.
contacts-name = Who
contacts-name-hint = Such as: ward, physiotherapist
contacts-number = Number
contacts-hours = When they can be reached, if you know it
contacts-for = What for, if you like
contacts-add = Save this number
contacts-name-missing = Please say who it is.
contacts-number-missing = Please give the number.
contacts-saved = Saved: { $name }
contacts-remove = Take away
contacts-remove-of = Take away { $name }
contacts-removed = Taken away: { $name }
contacts-change = Change
contacts-change-of = Change { $name }
contacts-from-plan = From your plan
contacts-none = Go on without a number
contacts-other = One more number

plan-ask-title = Where is your plan?
plan-ask-why = The exercises that your physiotherapist, surgeon or ward gave you.
plan-ask-file = I have it as a file
plan-ask-file-text = You see what is in it before anything happens.
plan-ask-paper = I have it on paper
plan-ask-paper-text = You type it in, line by line, in your own time.
plan-ask-example = I want to look at examples
plan-ask-example-text = They are not your plan. Every line is off until you switch it on.
plan-ask-none = I have no plan yet
plan-ask-none-text = You can note walks and questions, read, and look at the exercises. A plan can come at any time.

# About you
about-you-title = About you
about-you-text = What you told Backwise about yourself. When you change something, the earlier answer stays in the record.
about-you-change = Change
about-you-change-of = Change: { $what }
about-you-operation = Operation
about-you-fusion = Screws, rods or bone graft
about-you-floor = Down to the floor and up again alone
about-you-limits = Limits
about-you-discharge = There when you came home
about-you-contacts = Whom to ring
about-you-open = Not answered
about-you-of-plan = Your plan has its own date. For the plan that one counts.
about-you-saved = Saved
about-you-earlier = What you said earlier
about-you-earlier-on = On { $day }: { $what }
about-you-terms-earlier = You accepted version { $version } of what Backwise is and is not
about-you-terms-title = What you accepted
about-you-terms = You accepted this on { $day }. It is version { $version }.
about-you-operation-on = Operation on { $day }
about-you-answer = { $what }: { $answer }

# Walks that no plan asked for. No target, and nothing is judged.
walks-title = Your walks
walks-text = Note the minutes that you walked, if you like. There is no target. A walk that your plan asks for is answered there, at the exercise.
walks-minutes = Minutes
walks-day = Day
walks-save = Note this walk
walks-wrong = Please say how many minutes, from 1 to 600.
walks-saved = { $minutes ->
    [one] Saved: one minute
   *[other] Saved: { $minutes } minutes
}
walks-corrected = Corrected
walks-taken-back = Taken back
walks-none = No walk is noted yet.
walks-shown = The newest first
walks-line = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
walks-later = entered later
walks-was-corrected = corrected
walks-change-of = { $minutes ->
    [one] Change: { $day }, one minute
   *[other] Change: { $day }, { $minutes } minutes
}
walks-take-back = Take it back

# Questions for the team
questions-title = Questions for your team
questions-text = Write down what you want to ask. Take the list with you.
questions-new = A new question
questions-add = Write it down
questions-empty = Please write the question first.
questions-none = No question is written down yet.
questions-saved = Saved
questions-asked = I asked it
questions-asked-of = I asked it: { $text }
questions-asked-on = Asked on { $day }
questions-not-asked = Not asked yet after all
questions-answer = What did they say?
questions-answered = They said: { $answer }
questions-change-of = Change: { $text }
questions-words = The question
questions-take-back = Take it back
questions-ideas = What people often ask
questions-idea-lift = How much may I lift, and until when?
questions-idea-limits = Are there limits for me, such as bending, lifting, twisting or sitting, and until when?
questions-idea-sit = How long may I sit at a time?
questions-idea-bend = When may I bend and twist again?
questions-idea-drive = When may I drive again?
questions-idea-brace = Do I need a brace, and when?
questions-idea-work = When may I go back to work?
questions-idea-medicine = Which painkillers may I take, and for how long?
questions-idea-strength = When may I begin exercises that make me stronger?

# Today without a plan
no-plan-title = You have no plan yet
no-plan-text = That is fine. Backwise makes up no exercise of its own. When your team gives you a plan, take it in here.
no-plan-have = I have a plan now
no-plan-read = Read about the operation and the time after it
no-plan-exercises = Look at the exercises

# Before the operation
before-title = { $days ->
    [one] One day until your operation
   *[other] { $days } days until your operation
}
before-text = Nothing is asked of you until then.
before-prepare = What you can prepare
before-prepare-plan = Ask whether you get exercises to take home, and on which day you may begin. A plan that you have already can be taken in now.
before-prepare-contacts = Enter whom to ring when you are home again: the ward, and a line for nights and weekends.
before-prepare-home = In the first weeks many teams ask people not to bend, lift or twist. Put what you use every day where you reach it without bending.
before-prepare-chair = Many people are asked to sit only for a short time at first. A firm chair that is not low makes standing up easier.
before-prepare-drive = You may not drive for some time. How long differs: ask, and ask who can drive you.
before-prepare-bed = Often people are shown how to turn and get out of bed with a straight back. Ask them to show it to you before you go home.
before-prepare-differs = Teams differ. What your own team says comes first. No clinician has reviewed this list.
before-contacts = Enter whom to ring

# Reminders are asked about once, after the first plan.
remind-ask-title = Shall Backwise remind you?
remind-ask-text = It tells you when a round is due, even while this window is closed. The reminder comes from this device. You can change it in Settings at any time.
remind-ask-yes = Yes, remind me
remind-ask-no = Not now
remind-ask-saved-no = Saved. You find reminders in Settings.

# Language
language-title = Language
language-only = Backwise speaks { $language }. It has no other language yet.
