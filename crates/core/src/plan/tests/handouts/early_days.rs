//! The ward leaflet for the first days at home.

use super::Kept::{AsValues, NotPaper, Written};
use super::{Handout, Row};

pub(super) const HANDOUT: Handout = Handout {
    file: "early-days.backwise",
    rows: &[
        Row {
            paper: "# A paper handout for the first days (typed from a ward leaflet; no names)",
            kept: NotPaper,
            became: &[],
        },
        Row {
            // It says neither yes nor no to screws, rods or bone graft.
            paper: "Operation: lumbar laminectomy on 20 November 2026, home on 22 November.",
            kept: AsValues,
            became: &[
                "operation: lumbar laminectomy",
                "surgery on 2026-11-20, fusion Unknown",
                "home on 2026-11-22",
            ],
        },
        Row {
            // On the morning of the check they are still done.
            paper: "Do these every two hours while you are awake (8 in the morning to 8 in the evening), until the two-week check on 4 December:",
            kept: Written,
            became: &[
                "ankle-pumps: every day, every 2 hours from 08:00 to 20:00",
                "ankle-pumps: last on 2026-12-04",
                "buttock-squeezes: every day, every 2 hours from 08:00 to 20:00",
                "buttock-squeezes: last on 2026-12-04",
                "thigh-squeezes: every day, every 2 hours from 08:00 to 20:00",
                "thigh-squeezes: last on 2026-12-04",
                "two-week-check on 2026-12-04",
            ],
        },
        Row {
            paper: "ankle pumps, both feet, 20",
            kept: Written,
            became: &["ankle-pumps: ankle-pump, 20 times"],
        },
        Row {
            paper: "squeeze the buttocks, 5 times, hold 5 seconds",
            kept: Written,
            became: &["buttock-squeezes: glute-set, 5 times, 5 seconds held"],
        },
        Row {
            paper: "squeeze the thighs, 5 each leg, hold 5 seconds",
            kept: Written,
            became: &["thigh-squeezes: quad-set, 5 times, 5 seconds held, each side"],
        },
        Row {
            paper: "Morning and evening: deep belly breathing, 8 slow breaths.",
            kept: Written,
            became: &[
                "belly-breathing: diaphragmatic-breathing, 8 breaths",
                "belly-breathing: every day, in morning, evening",
            ],
        },
        Row {
            // The first two days at home are 22 and 23 November.
            paper: "Walk indoors 4 to 6 times a day: 3 minutes on the first two days, then one minute more every second day, no more than 10 minutes.",
            kept: Written,
            became: &[
                "walk-indoors: walk-level, 3 minutes",
                "walk-indoors: every day, 4 to 6 x",
                "walk-indoors: Minutes 1 more every 2 days from 2026-11-24, at most 10",
            ],
        },
        Row {
            paper: "Sit 20 minutes at most.",
            kept: Written,
            became: &["limit: Sitting, sit 20 minutes, until told otherwise"],
        },
        Row {
            // It gives no weight, and none is made up.
            paper: "Nothing heavier than a kettle.",
            kept: Written,
            became: &["limit: Lifting, until told otherwise"],
        },
        Row {
            paper: "No driving.",
            kept: Written,
            became: &["limit: Driving, until told otherwise"],
        },
        Row {
            paper: "Keep the wound dry.",
            kept: Written,
            became: &["limit: Wound Water, until told otherwise"],
        },
        Row {
            // Day 0 is the day of the operation, 20 November.
            paper: "From day 7, if the nurse agrees: heel raises at the worktop, 8, once a day.",
            kept: Written,
            became: &[
                "heel-raises: heel-raise, 8 times",
                "heel-raises: every day, 1 x",
                "heel-raises: from 2026-11-27",
                "heel-raises: waits for heel-raises-ok",
                "OK heel-raises-ok: from the nurse, ask on 2026-11-27",
            ],
        },
    ],
    agreed: &[
        // The first day of the sheet, the day on which it is looked at again, and the clock times.
        "starts 2026-11-22",
        "review 2026-12-04",
        "round morning: at 08:00",
        "round evening: at 20:00",
    ],
};
