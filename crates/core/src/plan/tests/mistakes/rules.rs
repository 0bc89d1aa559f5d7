//! The rules beside the lines, in the sheet with every table.

use super::super::full::FULL;
use super::{Mistake, problems_of};

#[rustfmt::skip]
pub(super) const MISTAKES: &[Mistake] = &[
    // Rounds and the missed dose
    ("at = \"13:30\"", "at = \"11:00\"", &["81:10 RoundsCloserThanGap -"]),
    ("at = \"13:30\"", "at = \"21:30\"", &["61:6 SlotUnreachable -"]),
    ("at = \"13:30\"", "at = \"13:30\"\nlatest_start = \"12:00\"", &["61:6 SlotUnreachable -"]),
    ("at = \"13:30\"", "at = \"13:30\"\ngap_minutes = 301", &["82:10 RoundsCloserThanGap -"]),
    ("at = \"13:30\"", "at = \"13:30\"\nmost_a_day = 2", &["62:1 UnknownKey -"]),
    ("at = \"13:30\"\n", "\n", &["58:1 MissingKey -"]),
    ("most_a_day = 7\nlatest", "most_a_day = 2\nlatest", &["81:10 MoreThanTheMost -"]),
    ("as_written = \"3 hours apart. Nothing after 9.\"\n", "", &["68:1 MissingKey -"]),
    ("times_a_day = [2, 3]", "times_a_day = [8, 9]", &["107:15 GapDoesNotFit -"]),
    ("latest_start = \"21:00\"", "latest_start = \"21 h\"", &["72:16 BadTime 21:00"]),
    // The day and its kinds
    ("awake_until = \"20:00\"\n", "", &["15:14 MissingKey -", "136:15 AwakeMissing -"]),
    ("awake_until = \"20:00\"", "awake_until = \"07:00\"", &["16:15 EndsBeforeItStarts -"]),
    ("awake_from = \"08:00\"\nawake_until = \"20:00\"", "", &["136:15 AwakeMissing -"]),
    ("weekdays = [\"fri\"]\n", "", &["18:1 MissingKey -"]),
    ("weekdays = [\"fri\"]", "weekdays = [\"friday\"]", &["21:13 UnknownWord fri"]),
    ("weekdays = [\"fri\"]", "dates = [2026-11-31]", &["21:10 BadDate 2026-11-30"]),
    ("leave_out = [\"noon\"]", "leave_out = [\"afternoon\"]", &["23:14 UnknownName -"]),
    ("leave_out = [\"noon\"]", "leave_out = [\"morning\"]", &["22:20 SameNameTwice -"]),
    ("leave_out = [\"noon\"]", "start = \"13:31\"", &["22:36 SlotUnreachable -", "23:9 RoundBeforeDay -"]),
    ("times = [{ round = \"morning\", at = \"10:00\" }]", "start = \"09:00\"", &["22:9 RoundBeforeDay -"]),
    ("at = \"10:00\" }]", "at = \"21:01\" }]", &["22:36 SlotUnreachable -"]),
    ("at = \"10:00\" }]", "at = \"10:00\" }, { round = \"bedtime\", at = \"10:00\" }]", &["22:73 RoundsAtSameTime -"]),
    ("at = \"10:00\" }]", "at = \"10:00\" }, { round = \"morning\", at = \"11:00\" }]", &["22:57 SameNameTwice -"]),
    ("at = \"10:00\" }]", "time = \"10:00\" }]", &["22:10 MissingKey -", "22:31 UnknownKey at"]),
    ("leave_out = [\"noon\"]", "leave_out = [\"noon\"]\n\n[[day_type]]\nid = \"early\"\ntitle = \"Early\"\nweekdays = [\"thu\", \"fri\"]", &["28:12 SameNameTwice -"]),
    // Clearances, appointments, programmes
    ("clearance = \"surgeon\"\n", "\n", &["36:1 ClearanceUnused -"]),
    ("clearance = \"surgeon\"", "clearance = \"surgon\"", &["34:13 UnknownName surgeon", "36:1 ClearanceUnused -"]),
    ("id = \"check\"", "id = \"review\"", &["41:6 SameNameTwice -"]),
    ("date = 2026-11-20\n", "\n", &["40:1 MissingKey -"]),
    ("turns = [\"A\", \"B\"]", "turns = [\"A\"]", &["48:9 WrongKind -"]),
    ("turns = [\"A\", \"B\"]", "turns = [\"A\", \"A\"]", &["48:15 SameNameTwice -"]),
    ("turns = [\"A\", \"B\"]", "turns = [\"A\", \"B\", \"C\", \"D\", \"E\", \"F\", \"G\"]", &["48:9 TooMany -"]),
    ("turns_from = 2026-11-16\n", "\n", &["45:1 MissingKey -"]),
    ("days = [\"mon\", \"thu\"]", "times_a_week = 2", &["50:11 ProgrammeNeedsDays -"]),
    ("days = [\"mon\", \"thu\"]\n", "", &["45:1 MissingKey -"]),
    ("turns_from = 2026-11-16", "turns_from = \"surgery + 14\"", &["51:14 BadDate 2026-11-16"]),
    ("days = [\"mon\", \"thu\"]", "programme = \"ab\"\nturn = \"A\"", &["45:1 MissingKey -", "49:1 UnknownKey -", "50:1 UnknownKey turns"]),
    ("advance = \"calendar\"", "advance = \"when done\"", &["50:11 UnknownWord -"]),
    ("turn = \"A\"", "turn = \"C\"", &["127:8 UnknownWord A"]),
    ("turn = \"A\"\n", "\n", &["126:13 MissingKey -"]),
    ("programme = \"ab\"", "programme = \"a-b\"", &["126:13 UnknownName ab"]),
    // Limits
    ("until_appointment = \"review\"\n", "\n", &["148:1 LimitWithoutEnd until_told_otherwise = true"]),
    ("until_appointment = \"review\"", "until_told_otherwise = false", &["148:1 LimitWithoutEnd until_told_otherwise = true"]),
    ("until_appointment = \"review\"", "until_appointment = \"revue\"", &["152:21 UnknownName review"]),
    ("until_appointment = \"review\"", "until = \"review\"", &["152:9 UnknownWord -"]),
    ("kinds = [\"lifting\"]", "kinds = [\"lift\"]", &["150:10 UnknownWord lifting"]),
    ("kinds = [\"lifting\"]", "kinds = [\"heavy\"]", &["150:10 UnknownWord -"]),
    ("kinds = [\"lifting\"]", "kinds = [\"lifting\", \"lifting\"]", &["150:21 SameNameTwice -"]),
    ("lift_kg = 4.5", "lift_kg = 4.54", &["151:11 TooPrecise -"]),
    ("lift_kg = 4.5", "lift_kg = 4.5\nsit_minutes = 0", &["152:15 OutOfRange -"]),
    ("lift_kg = 4.5", "up_minutes = 2", &["151:14 MissingKey -"]),
    // Pain
    ("over = 5\nwhen", "when", &["158:1 PainTriggerMissing -"]),
    ("over = 5\nwhen", "over = 5\nat_least = 6\nwhen", &["162:12 SaidTwice -"]),
    ("over = 5\nwhen", "over = 10\nwhen", &["161:8 OutOfRange -"]),
    ("over = 5\nwhen", "spreading = false\nwhen", &["158:1 PainTriggerMissing -"]),
    ("over = 5\nwhen", "worse = false\nwhen", &["158:1 PainTriggerMissing -"]),
    ("over = 5\nwhen", "worse = true\nwhen", &["162:8 PainWorseNotMorning next-morning"]),
    ("over = 5\nwhen", "over = 5\nworse = true\nwhen", &["162:9 SaidTwice -"]),
    ("over = 5\nwhen", "over = 3\nwhen", &["167:1 PainRuleNeverReached -"]),
    ("where = \"either\"\nover", "where = \"legs\"\nover", &["160:9 UnknownWord leg"]),
    ("then = \"stop\"", "then = \"stop\"\npercent = 50\nrounding = \"up\"", &["164:11 SaidTwice -"]),
    ("then = \"less\"\npercent = 50\nrounding = \"down\"", "then = \"less\"", &["172:8 PainPartMissing -"]),
    ("then = \"less\"\npercent = 50\nrounding = \"down\"", "then = \"less\"\npercent = 50", &["173:11 MissingKey -"]),
    ("then = \"less\"\npercent = 50\nrounding = \"down\"", "then = \"less\"\ndose = {}", &["173:8 PainPartMissing -"]),
    ("then = \"less\"\npercent = 50\nrounding = \"down\"", "then = \"less\"\ndose = { repetitions = 4, minutes = 2 }", &["173:37 SaidTwice -"]),
    ("at_least = 4\nwhen", "spreading = true\nwhen", &["172:8 PainStopLoosened stop"]),
    ("lasts = \"until-told\"\n", "\n", &["158:1 MissingKey -"]),
    ("lasts = \"until-told\"", "lasts = \"until-told\"\nbouts = 3", &["165:9 SaidTwice -"]),
    ("lasts = \"until-told\"", "lasts = \"forever\"", &["164:9 UnknownWord -"]),
    ("ring = \"Ward line\"", "ring = \"Ward\"", &["165:8 UnknownName Ward line"]),
    ("ring = \"Ward line\"", "lines = [\"bridges\"]", &["165:10 UnknownName bridge"]),
    ("ask = \"after-it-hurts\"", "ask = \"daily\"", &["156:7 UnknownWord -"]),
    ("as_written = \"Over 5: stop. At 4 or 5: half.\"\nask = \"after-it-hurts\"\n\n[[pain.rule]]\nas_written = \"Over 5: stop\"\n", "\n[[pain.rule]]\n", &["156:1 MissingKey -"]),
    // Bad day, days off, pause
    ("{ line = \"brace\", bouts = 1 }", "{ line = \"brace\", bouts = 4 }", &["179:38 BadDayAboveDay -"]),
    ("{ line = \"brace\", bouts = 1 }", "{ line = \"belly\", bouts = 1 }", &["179:21 UnknownName -"]),
    ("{ line = \"brace\", bouts = 1 }", "{ line = \"walk\", bouts = 2 }", &["179:51 SameNameTwice -"]),
    ("{ line = \"brace\", bouts = 1 }", "{ line = \"pumps\", bouts = 8 }", &["179:38 BadDayAboveDay -"]),
    ("{ line = \"brace\", bouts = 1 }", "{ line = \"brace\" }", &["179:12 MissingKey -"]),
    ("except = [\"walk\"]", "except = [\"walks\"]", &["184:11 UnknownName walk"]),
    ("weekdays = [\"sun\"]\n", "\n", &["181:1 MissingKey -"]),
    ("then = \"skip\"", "then = \"move\"", &["185:8 UnknownWord -"]),
    ("for_days = 3\n", "\n", &["189:11 MissingKey -"]),
    ("rounding = \"up\"\n", "\n", &["189:11 MissingKey -"]),
];

#[test]
fn the_most_in_rounds_bounds_nothing_that_is_done_at_any_time() {
    let often = FULL.replace("times_a_day = [2, 3]\ngap_minutes = 120", "times_a_day = 8");
    assert_ne!(often, FULL);
    assert_eq!(problems_of(often.as_bytes()), [""; 0]);
}
