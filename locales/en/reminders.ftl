# Reminders, as the desktop shows them. A locked screen shows them too: no diagnosis, no exercise by name.

# $round is the round's name as the plan writes it, $lower the same beginning with a small letter.
# $form is "word" when the name is one plain word such as Morning, else "name".
reminder-title = { $form ->
    [word] Next: your { $lower } round
   *[name] Next: { $round }
}
# Several rounds in one reminder. $rounds is how many.
reminder-title-several = { $rounds ->
    [2] Next: two rounds
    [3] Next: three rounds
   *[other] Next: { $rounds } rounds
}

# The parts of the text under the title. Each is a whole sentence; they stand one after the other.
reminder-waiting = Waiting since { $time }.
reminder-again = Here again, as you asked.
# One of several rounds: Morning 08:00
reminder-round-at = { $round } { $time }
reminder-exercises = { $exercises ->
    [1] One exercise.
    [2] Two exercises.
    [3] Three exercises.
    [4] Four exercises.
    [5] Five exercises.
    [6] Six exercises.
    [7] Seven exercises.
    [8] Eight exercises.
    [9] Nine exercises.
   *[other] { $exercises } exercises.
}
reminder-exercises-and-minutes = { $exercises ->
    [1] One exercise
    [2] Two exercises
    [3] Three exercises
    [4] Four exercises
    [5] Five exercises
    [6] Six exercises
    [7] Seven exercises
    [8] Eight exercises
    [9] Nine exercises
   *[other] { $exercises } exercises
}, about { $minutes ->
    [1] one minute.
   *[other] { $minutes } minutes.
}
# For desktops that show no buttons.
reminder-open-the-app = Open Backwise to begin.

# Buttons.
reminder-open = Open
reminder-start = Start
reminder-snooze = In 10 minutes
reminder-done = Done

# The test reminder from Settings.
reminder-test-title = This is how a reminder looks
reminder-test-body = This is only a test. It was shown by the open window of Backwise.

# The systemd unit and the entry for the start of the desktop session.
autostart-name = Backwise reminders
autostart-description = Tells you when a round of your plan is due
