# Settings.

settings-title = Settings
settings-reminders = Reminders
settings-reminders-switch = Remind me when a round is due
settings-on = On
settings-off = Off
settings-reminders-on = Reminders are on
settings-reminders-off = Reminders are off
health-title = Can they reach you?
health-good = Reminders can reach you.
health-untried = Not tried yet. Show a test reminder to make sure.
health-test-shown = The test reminder was shown. No real one was due yet.
health-test-failed = The test reminder could not be shown. Look at the notification settings of this computer, then try again.
health-off = Reminders cannot reach you now, because they are switched off.
health-not-supported = Backwise cannot remind you on this system. Please use another alarm.
health-not-running = Reminders cannot reach you now, because the reminder program is not running. Switch reminders off and on again to start it.
health-not-taken = The last reminder could not be shown, on { $when }. Look at the notification settings of this computer, then try again.
health-shown = The last one was shown on { $when }.
health-next = The next one: { $round } on { $day } at { $time }.
health-none-next = No reminder lies ahead.
health-not-alone = Do not rely on reminders alone.
settings-test = Show a test reminder
settings-test-sent = Sent. A reminder should appear now.

hands-free-title = In your round
hands-free-tones = Tones
hands-free-voice = Voice
hands-free-no-voice = This device has no voice that works without a network. You will hear tones.
hands-free-try = Try how it sounds
hands-free-screen = Screen while a round runs
hands-free-not-lit = This device does not let Backwise keep the screen on.
hands-free-big = Show it so big that I can read it from two metres
volume-off = Off
volume-soft = Soft
volume-medium = Medium
volume-loud = Loud
screen-as-device = As this device
screen-on = Stays on
screen-dimmed = Stays on, dimmed
hands-free-as-device = On a phone the round stops when its screen goes dark, until you come back to it.
hands-free-dimmed = It is dimmed after half a minute without a touch. The next touch only lights it.

settings-session = How a round goes
settings-session-order = Order of the exercises
settings-session-by-position = Together by position
settings-session-as-written = As on my sheet
settings-session-lead = Changes of position and side, and rests without a time, go on by themselves
settings-session-seconds = { $seconds ->
    [0] Never
   *[other] After { $seconds } s
}
settings-session-lead-text = Getting up or down never does: take as long as you need.
settings-session-counting = Counting what is not held
settings-session-by-pace = At its pace
settings-session-by-tap = I tap each one

settings-look = Look
settings-look-system = As this device
settings-look-light = Light
settings-look-dark = Dark

# The emergency number
emergency-own = Emergency number
emergency-own-known = Leave it empty for { $number } ({ $country }).
emergency-own-text = Your device does not say in which country you are. With your number the warning signs show it first.
emergency-wrong = This is no number to dial. Type its digits, such as 112.
emergency-keep = Keep this number
emergency-kept = Saved. The warning signs show it first.

# Who enters: the person who exercises, or somebody who helps
who-enters = Who is entering now?
who-enters-text = What somebody who helps you enters says so. It ends when Backwise is closed, and with the day.
who-enters-person = Me
who-enters-helper = Somebody who helps me
helper-enters = Somebody who helps is entering now.
helper-over = I enter again

settings-data = Your record
settings-data-records = { $records ->
    [0] There is no entry yet.
    [one] One entry is kept on this device.
   *[other] { $records } entries are kept on this device.
}
settings-data-folder = The folder it is kept in
settings-data-text = Nothing leaves this device by itself. If the device is lost, the record is lost, unless you have copied this folder.

settings-about = About Backwise
settings-about-purpose = Backwise helps you follow, time and record the home exercises and limits that your own surgeon or physiotherapist gave you after an operation on the lower back. It does not diagnose, treat or watch over a condition.
settings-about-first = Follow your own surgeon and physiotherapist first. What Backwise says about exercises is general and was not checked for you.
settings-about-fail = Any program can be wrong or fail. Keep your paper sheet.
settings-about-adults = It is for adults after an operation on the lower back, with or without fusion.
settings-version = Version { $version }
