# The warning signs. Any one of the first list is enough.
# Sources: docs/sources.md. No clinician has reviewed these sentences yet, and the page says so.

signs-title = Warning signs
signs-close = Close the warning signs
signs-emergency-title = Get help now
signs-emergency-any = Any one of these is enough, if it is new, or worse than when you came home. Stop the exercises.
signs-emergency-do = Ring the emergency number, or go to an emergency department now.
signs-emergency-number = Emergency numbers: 112 in Europe and on most mobile phones, 999 in the United Kingdom, 911 in the United States and Canada, 000 in Australia, 111 in New Zealand.
signs-wait = Do not wait to see if it goes away. Do not drive yourself.
sign-saddle = Numbness or pins and needles between your legs, or around your genitals or back passage. Toilet paper feels different when you wipe.
sign-bladder = You cannot pass water. Or it is hard to start or to hold, you leak, or you cannot feel it or tell when you are full.
sign-bowel = You cannot hold or cannot feel a bowel movement.
sign-sexual = New loss of feeling in your genitals. Or a new problem with erection or ejaculation together with back or leg trouble.
sign-legs = New weakness in one or both legs, or weakness that quickly gets worse. A foot drags, legs give way, or new pain or numbness in both legs.
sign-chest = Sudden trouble breathing, chest pain, coughing up blood, or you collapse.
sign-sepsis = Fever or shivering with confusion, very fast breathing, blotchy skin, or feeling extremely ill.
sign-meningitis = A very bad headache with fever, a stiff neck, trouble with light, drowsiness or confusion.
sign-bleeding = The wound bleeds through the dressing and does not stop when you press firmly. Or it swells fast while your legs get worse.
sign-fall-hurt = A fall or a blow, and then very bad back pain or anything new in your legs.

signs-today-title = Ring your team today
signs-today-text = Stop your exercises until you have spoken to them. If you cannot reach them, ring the out-of-hours line.
sign-wound = The wound or the skin around it is redder, hotter, more swollen or more painful. It opens, stitches come out, or yellow, green or smelly fluid comes out.
sign-fever = A temperature of 38 °C (100.4 °F) or more, or chills.
sign-clear-fluid = Clear, watery fluid from the wound, or a soft bulge under it. Or a headache that is worse when you are upright and better when you lie flat, perhaps with feeling sick.
sign-calf = One calf or thigh is newly swollen, painful, tender, warm, or a different colour. This must be looked at today. With trouble breathing or chest pain, get help now.
sign-leg-worse = Pain, numbness or tingling in a leg is clearly worse than yesterday and does not settle.
sign-pain = Pain that your medicine does not hold, or that is much worse than before the operation.
sign-dressing = The dressing is soaked, or fluid leaks from it.
sign-headache = A very bad headache.
sign-medicine = A rash, vomiting so that medicine does not stay down, no bowel movement for three days with a bloated belly, or being far too sleepy.
sign-fall = Any fall, even if you feel nothing new.
sign-metal = If you have screws or rods: a sudden clunk or grinding with new pain. Or a brace that rubs the skin raw.

signs-check = Answer the question about these signs

# The question. Whoever says yes sees the card, and nothing else is asked of them.
check-title = Any warning sign?
check-question = Do you have any of these now, new or worse than when you came home?
check-again = You said that you tapped by mistake. Please read the list once more.
check-one = One is enough. If you are not sure, say yes.
# $signs are what was there at discharge, one after the other
check-at-discharge = You said that this was there when you came home: { $signs }. Count it only if it is worse now.
check-yes = Yes, one or more
check-no = No, none of these
check-not-now = Not now
check-saved-no = Written down. If one of them comes, press “Warning signs”.
check-not-kept = This could not be saved. Get help all the same.
check-asked-hurt = It hurt. Is there a warning sign, too?
check-asked-daily = Any warning sign today?
check-asked-weekly = Any warning sign this week?
check-asked-text = Read the list and answer. You can also leave it.
check-open = Read the list
stopped-text = Your exercises and reminders are stopped.
stopped-until = They stay stopped until you write down who said that you may go on.
stopped-may-go-on = Somebody said that I may go on
stopped-mistake = I tapped by mistake
stopped-since = You said so on { $day }.
go-on-title = Who said that you may go on?
go-on-text = A doctor, a nurse or your physiotherapist. A phone call is enough. Only this starts your exercises again.
go-on-yes = Go on with my plan
go-on-no = Not yet
saved-may-go-on = Written down. Your plan goes on.

signs-contacts-title = Your team
signs-no-contacts = No number is entered. It is on the papers from your hospital.
signs-not-reviewed = These lists come from published leaflets. No clinician has reviewed them for this app. If your own leaflet says more, follow your leaflet. If you are not sure, ring.
