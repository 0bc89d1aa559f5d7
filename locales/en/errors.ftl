# What could not be done, and what helps. One sentence for each code.

error-title = That did not work
error-newer-file = Your record was written by a later version of Backwise. Install that version to open it. Nothing was changed.
error-updated = Backwise was updated while this window was open. Close it and start Backwise again. Everything you recorded is kept.
error-foreign-file = The file { $path } is not a record of Backwise. Move it to another folder, then start Backwise again. Nothing was changed.
error-in-use = Another Backwise is using your record. Close the other window, then try again.
error-damaged = The file with your record is damaged. Do not delete it. Put your last copy of the folder in its place, or ask somebody to help you.
error-cannot-write = It could not be saved. The disk may be full, or the folder may not be written to. Make some room, then try again.
error-not-found =
    { $what ->
        [word-before-it-hurt] Since then you said that it hurt, and that stays. You can put it right on Today.
       *[other] That is no longer there. Go back to Today and look again.
    }
error-refused = That could not be taken in. Nothing was changed.
error-not-confirmed = This needs your yes first. Tick the box, then try again. Nothing was changed.
error-out-of-range = That number cannot be right. Nothing was changed.
error-no-session = This round is no longer under way. Start it again from Today. What you did is kept.
error-no-folder = This system names no folder for your record. Start Backwise with a folder of your choice.
error-copy-not-saved =
    { $why ->
        [full] The disk is full, so the file was not saved. Make some room, then try again.
        [closed] The folder { $folder } does not take new files, so the file was not saved. Show the text of your plan and copy it.
        [no-folder] There is no folder to save the file in. Show the text of your plan and copy it.
       *[other] The file could not be saved in { $folder }. Try again, or show the text of your plan and copy it.
    }
error-reminders-failed = The reminder could not be shown. Look at the notification settings of this computer, then try again.
error-failed = Something went wrong. Nothing you recorded before is lost. Try again; if it stays like this, start Backwise again.
error-detail = For whoever helps you
session-trouble = The last step could not be saved, so the round is paused.
