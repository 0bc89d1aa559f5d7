//! The handout of a clinic for weeks 3 to 6.

use super::Kept::{AsValues, NotPaper, Written};
use super::{Handout, Row};

pub(super) const HANDOUT: Handout = Handout {
    file: "weeks-3-to-6.backwise",
    rows: &[
        Row {
            paper: "# A paper handout, as a patient brings it home (typed from a clinic's sheet; no names)",
            kept: NotPaper,
            became: &[],
        },
        Row {
            paper: "Operation: L4/5 decompression (laminectomy), no fusion. Surgery on 2 November 2026.",
            kept: AsValues,
            became: &[
                "operation: L4/5 decompression (laminectomy)",
                "surgery on 2026-11-02, fusion No",
            ],
        },
        Row {
            paper: "Clinic review on 14 December 2026.",
            kept: AsValues,
            became: &["review 2026-12-14"],
        },
        Row {
            // Day 14, which the sheet calls week 3: it counts the first seven days as week 1.
            paper: "Start of this sheet: 16 November 2026 (two weeks after surgery).",
            kept: AsValues,
            became: &["starts 2026-11-16", "weeks counted FromOne"],
        },
        Row {
            paper: "Until the review: no bending, lifting or twisting; lift no more than 4.5 kg (10 lb)",
            kept: Written,
            became: &["limit: Bending Lifting Twisting, 4.5 kg, until review"],
        },
        Row {
            paper: "sit no longer than 30 minutes at a time, then get up for 2 minutes",
            kept: Written,
            became: &["limit: Sitting, sit 30 minutes, then up 2 minutes, until review"],
        },
        Row {
            paper: "stop an exercise if leg pain goes further down the leg or pain is over 5 out of 10; ring the ward line 555-0134",
            kept: Written,
            became: &[
                "pain: Leg moving down During: stop, until told, ring Ward line",
                "pain: Either over 5 During: stop, until told, ring Ward line",
                "contact Ward line 555-0134",
            ],
        },
        Row {
            paper: "Every day, three times (after breakfast, early afternoon, evening; at least 3 hours apart):",
            kept: Written,
            became: &[
                "belly-brace: every day, in morning, afternoon, evening",
                "heel-slides: every day, in morning, afternoon, evening",
                "round morning: at 08:30, after breakfast, 180 minutes apart",
                "round afternoon: at 13:30, 180 minutes apart",
                "round evening: at 19:00, 180 minutes apart",
            ],
        },
        Row {
            paper: "Belly brace lying down: 10 x, hold 5 seconds",
            kept: Written,
            became: &[
                "belly-brace: number 1",
                "belly-brace: abdominal-brace, 10 times, 5 seconds held",
            ],
        },
        Row {
            paper: "Heel slides: 10 each leg",
            kept: Written,
            became: &["heel-slides: number 2", "heel-slides: heel-slide, 10 times, each side"],
        },
        Row {
            paper: "Once a day: Bridge: 2 sets of 8, hold 3 seconds, one minute rest.",
            kept: Written,
            became: &[
                "bridge: number 3",
                "bridge: bridge, 2 sets, 8 times, 3 seconds held, 60 seconds rest",
                "bridge: every day, 1 x",
            ],
        },
        Row {
            // The sheet begins on 16 November, so its first week ends on 22 November.
            paper: "Half height for the first week.",
            kept: Written,
            became: &[
                "bridge from 2026-11-16: half height",
                "bridge from 2026-11-23: as in the line",
            ],
        },
        Row {
            paper: "Once a day: Clam: 2 x 8 each side, hold 2 seconds (not on Sundays)",
            kept: Written,
            became: &[
                "clam: number 4",
                "clam: clamshell, 2 sets, 8 times, 2 seconds held, Rest not given, each side",
                "clam: Mon Tue Wed Thu Fri Sat, 1 x",
            ],
        },
        Row {
            paper: "Once a day: Sit to stand: 2 x 8",
            kept: Written,
            became: &[
                "sit-to-stand: number 5",
                "sit-to-stand: sit-to-stand, 2 sets, 8 times, Rest not given",
                "sit-to-stand: every day, 1 x",
            ],
        },
        Row {
            paper: "Once a day: Heel raises at the worktop: 2 x 10",
            kept: Written,
            became: &[
                "heel-raises: number 6",
                "heel-raises: heel-raise, 2 sets, 10 times, Rest not given",
                "heel-raises: every day, 1 x",
            ],
        },
        Row {
            paper: "Once a day: Stand heel to toe: 3 x 10 seconds each foot forward (Mon, Wed, Fri, Sat)",
            kept: Written,
            became: &[
                "heel-to-toe: number 7",
                "heel-to-toe: tandem-stance, 3 times, 10 seconds held, each side",
                "heel-to-toe: Mon Wed Fri Sat, 1 x",
            ],
        },
        Row {
            paper: "Three times a week, any days but not two days running: Wall push-up: 2 x 8",
            kept: Written,
            became: &[
                "wall-push-up: number 8",
                "wall-push-up: wall-push-up, 2 sets, 8 times, Rest not given",
                "wall-push-up: 3 days a week, never two running: true, 1 x",
            ],
        },
        Row {
            // After week 6 its last row stays.
            paper: "Walking: weeks 3-4 fifteen minutes three times a day, weeks 5-6 twenty-five minutes twice a day.",
            kept: Written,
            became: &[
                "walk: walk-level, 15 minutes",
                "walk: every day, 3 x",
                "walk from 2026-11-16: 15 minutes, every day, 3 x",
                "walk from 2026-11-30: 25 minutes, every day, 2 x",
            ],
        },
        Row {
            paper: "Bad day? Do number 1 and one walk; that is enough.",
            kept: Written,
            became: &["bad day: 1 belly-brace, 1 walk"],
        },
        Row {
            paper: "Getting out of bed: log roll, every time.",
            kept: Written,
            became: &["log-roll: log-roll", "log-roll: every time, never due"],
        },
        Row {
            paper: "Calf stretch: may be done up to twice a day, 3 x 20 seconds each leg, if the calf feels tight.",
            kept: Written,
            became: &[
                "calf-stretch: calf-stretch-wall, 3 times, 20 seconds held, each side",
                "calf-stretch: as needed, if the calf feels tight, at most 2 a day",
            ],
        },
        Row {
            // "Leave it" and "never two at once" are what Backwise does anyway: nothing is caught up on.
            paper: "If you miss a round, leave it. Never do two rounds at once. Nothing after 9 in the evening.",
            kept: Written,
            became: &["missed: none begins after 21:00, none rings after 21:00"],
        },
    ],
    agreed: &[
        // Beside the clock times of the rounds above: the hours at night, when a score is asked for, and the
        // question that Backwise asks before any stretch of the calf.
        "quiet 21:00 to 07:00",
        "pain: asked AfterItHurts",
        "calf-stretch: asks about the Calf first",
    ],
};
