//! Whether what was read fits together: a dose into its day, phases one after the other, a limit with a line.

use super::around::Around;
use super::by_clock::report_by_clock;
use crate::error::{Problem, ProblemCode};
use crate::ids::RoundId;
use crate::plan::by_clock::most_by_clock;
use crate::plan::limits::EVERY_DAYS;
use crate::plan::{Bouts, DayPattern, Frequency, Phase, Prescription, Revision, Round};
use crate::safety::{LimitEffect, effect_of_limits};
use crate::table::{Table, shortened};
use crate::time::{Day, QuietHours, WallTime};

const DAY_MINUTES: u32 = 24 * 60;

/// Reports a line that cannot be carried out as it stands.
pub(super) fn report_line(
    table: &Table<'_>,
    line: &Prescription,
    around: &Around<'_>,
    label: &str,
) {
    report_never(table, line, around, label);
    report_bouts(table, &line.frequency, around, label);
}

/// Reports bouts of a line or a stage that do not fit into a day.
pub(super) fn report_bouts(
    table: &Table<'_>,
    frequency: &Frequency,
    around: &Around<'_>,
    label: &str,
) {
    let Frequency::Due { bouts, .. } = frequency else { return };
    match bouts {
        Bouts::AnyTime { times, gap_minutes, .. } => {
            report_times(table, *times, *gap_minutes, around, label);
        }
        Bouts::InRounds(_) => report_rounds(table, bouts, around, label),
        Bouts::EveryHours { .. } => report_by_clock(table, bouts, around, label),
    }
}

/// So many bouts at any time, with the gap between them, from waking to the latest start.
fn report_times(table: &Table<'_>, times: u8, gap: Option<u16>, around: &Around<'_>, label: &str) {
    let Some(gap) = gap else { return };
    let from = around.usual_day.awake.map_or(0, |awake| around.minutes_into_day(awake.from));
    let latest =
        around.missed_dose.latest_start.or(around.usual_day.awake.map(|awake| awake.until));
    let until = latest.map_or(DAY_MINUTES, |at| u32::from(around.minutes_into_day(at)));
    report_gap(table, "times_a_day", times, gap, until.saturating_sub(from.into()), label);
}

fn report_gap(table: &Table<'_>, key: &str, times: u8, gap: u16, minutes: u32, label: &str) {
    if u32::from(times.saturating_sub(1)) * u32::from(gap) > minutes {
        let problem = table.problem_of(key, ProblemCode::GapDoesNotFit).with("line", label);
        table.report(problem.with("times", times).with("gap", gap).with("minutes", minutes));
    }
}

/// The rounds of a line: not more than may be done a day, and no two of them closer than the gap.
fn report_rounds(table: &Table<'_>, bouts: &Bouts, around: &Around<'_>, label: &str) {
    let Bouts::InRounds(ids) = bouts else { return };
    let rounds: Vec<&Round> =
        ids.iter().filter_map(|id| around.rounds.iter().find(|round| round.id == *id)).collect();
    let times = u8::try_from(ids.len()).unwrap_or(u8::MAX);
    if let Some(most) = around.missed_dose.most_a_day.filter(|most| *most < times) {
        let problem = table.problem_of("rounds", ProblemCode::MoreThanTheMost).with("line", label);
        table.report(problem.with("times", times).with("most", most));
    }
    for pair in rounds.windows(2) {
        let [first, second] = pair else { continue };
        let gap = second.missed_dose.gap_minutes.or(around.missed_dose.gap_minutes);
        let (Some(gap), Some(from), Some(to)) = (gap, first.at, second.at) else { continue };
        let apart = around.minutes_into_day(to).saturating_sub(around.minutes_into_day(from));
        if apart < gap {
            let problem = table.problem_of("rounds", ProblemCode::RoundsCloserThanGap);
            let problem = problem.with("line", label).with("gap", gap);
            table.report(problem.with("first", &first.id).with("second", &second.id));
        }
    }
}

/// Reports a line that no day of the plan would ask for: its days, its phase and the end of the
/// plan have none in common.
fn report_never(table: &Table<'_>, line: &Prescription, around: &Around<'_>, label: &str) {
    let Some(anchors) = around.counting.anchors else { return };
    let phase = line.phase.as_ref().and_then(|id| around.phases.iter().find(|p| p.id == *id));
    let stretches = [Some(line.stretch), phase.map(|phase| phase.stretch)];
    let is_empty = |from: Option<Day>, until: Option<Day>| {
        from.zip(until).is_some_and(|(from, until)| until <= from)
    };
    let plan_is_empty = is_empty(Some(anchors.starts), around.ends);
    let mut own = stretches.iter().flatten();
    if plan_is_empty || own.any(|s| is_empty(s.first_day(&anchors), s.day_after(&anchors))) {
        return; // That was reported where it stands.
    }
    let given = || stretches.iter().flatten();
    let from = given().filter_map(|s| s.first_day(&anchors)).chain([anchors.starts]).max();
    let ends = given().filter_map(|s| s.day_after(&anchors)).chain(around.ends).min();
    let (Some(from), Some(end)) = (from, ends) else { return };
    if !asks_between(&line.frequency, from, end) {
        let problem = table.problem(ProblemCode::NeverDue).with("line", label);
        table.report(problem.with("from", from).with("until", end));
    }
}

/// Whether any day from `from` up to `end` may ask for a line.
fn asks_between(frequency: &Frequency, from: Day, end: Day) -> bool {
    let Frequency::Due { days, .. } = frequency else { return from < end };
    // No pattern is longer than the longest "every so many days".
    let longest = from.plus(i32::from(*EVERY_DAYS.end()));
    match days {
        DayPattern::EveryNDays { from: first, .. } if *first >= end => false,
        DayPattern::EveryNDays { from: first, .. } if *first > from => true,
        _ => from.through(end.plus(-1).min(longest)).any(|day| days.include(day).unwrap_or(true)),
    }
}

/// Notes what a physiotherapist may want to look at again, although the line can be carried out.
pub(super) fn remark_line(
    table: &Table<'_>,
    line: &Prescription,
    around: &Around<'_>,
    label: &str,
) {
    let Some(exercise) = around.catalogue.get(&line.exercise) else { return };
    let start = &exercise.typical_start;
    let phase = line.phase.as_ref().and_then(|id| around.phases.iter().find(|p| p.id == *id));
    let fused = around.may_be_fused;
    let week = if fused { start.fusion_week } else { start.decompression_week };
    if let (Some(anchors), Some(week)) = (around.counting.anchors, week) {
        let stretches = [Some(line.stretch), phase.map(|phase| phase.stretch)];
        let first = stretches.iter().flatten().filter_map(|days| days.first_day(&anchors));
        let from = first.fold(anchors.starts, Day::max);
        if from < anchors.surgery.plus(7 * i32::from(week)) {
            let problem = table.problem_of("exercise", ProblemCode::EarlierThanUsual);
            let problem = problem.with("line", label).with("from", from);
            around.remark(problem.with("week", week));
        }
    }
    let usually = if fused { start.fusion_needs_clearance } else { start.needs_clearance };
    let waits = line.clearance.is_some() || phase.is_some_and(|phase| phase.clearance.is_some());
    if usually && !waits {
        let problem = table.problem_of("exercise", ProblemCode::ClearanceIsUsual);
        around.remark(problem.with("line", label));
    }
}

/// What is looked at when everything was read.
pub(super) struct Whole<'a> {
    pub(super) revision: &'a Revision,
    /// The place of the exercise of each line, as an empty problem.
    pub(super) line_places: &'a [Problem],
}

impl Whole<'_> {
    /// Notes lines that a limit of the sheet touches, and lines of two sheets that disagree.
    pub(super) fn remark(&self, around: &Around<'_>) {
        for (at, line) in self.revision.lines.iter().enumerate() {
            for limit in &self.revision.precautions {
                let effect = effect_of_limits(&limit.kinds, &line.flags);
                if effect.is_some_and(|(_, effect)| effect > LimitEffect::Show) {
                    let words = shortened(&limit.as_written);
                    let place = self.place_of(at, ProblemCode::LimitTouchesLine);
                    place.into_iter().for_each(|place| around.remark(place.with("limit", &words)));
                }
            }
            for other in self.revision.lines.iter().take(at) {
                let differs = line.exercise == other.exercise
                    && line.source != other.source
                    && line.dose != other.dose
                    && self.overlap(line, other);
                if differs {
                    let sheet =
                        |line: &Prescription| line.source.clone().unwrap_or("none".to_owned());
                    let place = self.place_of(at, ProblemCode::SheetsDisagree);
                    place.into_iter().for_each(|place| {
                        let place = place.with("other", &other.id).with("first", sheet(other));
                        around.remark(place.with("second", sheet(line)));
                    });
                }
            }
        }
    }

    /// A bad day never asks for more than any other; `places` are those of its lines, as empty problems.
    pub(super) fn report_bad_day(&self, places: &[Problem], report: impl Fn(Problem)) {
        let minimum = self.revision.bad_day.iter().flat_map(|bad_day| &bad_day.minimum);
        for (minimum, place) in minimum.zip(places) {
            let Some(line) = self.revision.line(&minimum.line) else { continue };
            let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
            let mut all = staged.chain([&line.frequency]).map(|often| self.most_a_day(often));
            // One of them without an end has none for the line.
            let most = all.try_fold(0, |most, one| one.map(|one| most.max(one)));
            if let Some(most) = most.filter(|most| u32::from(minimum.bouts) > *most) {
                let problem = place.clone().with("line", &minimum.line);
                report(problem.with("bouts", minimum.bouts).with("most", most));
            }
        }
    }

    /// The most bouts that a day can ask for, where there is an end to them.
    fn most_a_day(&self, frequency: &Frequency) -> Option<u32> {
        match frequency {
            Frequency::Due { bouts: Bouts::InRounds(rounds), .. } => {
                u32::try_from(rounds.len()).ok()
            }
            Frequency::Due { bouts: Bouts::AnyTime { most, .. }, .. } => Some((*most).into()),
            Frequency::Due { bouts, .. } => {
                let (usual, kinds) = (self.revision.usual_day(), &self.revision.day_types);
                u32::try_from(most_by_clock(bouts, usual, kinds)).ok()
            }
            Frequency::AsNeeded { most_a_day, .. } => most_a_day.map(u32::from),
            // A way of moving is never counted, so it can never be enough.
            Frequency::Technique => Some(0),
        }
    }

    /// A problem of the exercise of the line at `at`.
    fn place_of(&self, at: usize, code: ProblemCode) -> Option<Problem> {
        let line = self.revision.lines.get(at)?;
        let place = self.line_places.get(at)?.clone();
        Some(Problem { code, ..place }.with("line", &line.id))
    }

    fn overlap(&self, one: &Prescription, other: &Prescription) -> bool {
        let ((from, until), (other_from, other_until)) =
            (self.revision.span_of(one), self.revision.span_of(other));
        until.is_none_or(|until| other_from < until) && other_until.is_none_or(|until| from < until)
    }
}

/// Reports what is wrong with the order of phases: `here` is one of them, `phases` those read before.
pub(super) fn phase_problems(
    phases: &[(Phase, Problem)],
    around: &Around<'_>,
    report: impl Fn(Problem),
) {
    let Some(anchors) = around.counting.anchors else { return };
    let mut dated: Vec<_> = phases
        .iter()
        .filter_map(|(phase, place)| {
            Some((
                phase.stretch.first_day(&anchors)?,
                phase.stretch.day_after(&anchors),
                phase,
                place,
            ))
        })
        .collect();
    dated.sort_by_key(|(first, ..)| *first);
    for pair in dated.windows(2) {
        let [(_, end, before, _), (first, _, phase, place)] = pair else { continue };
        let mut problem = (*place).clone().with("first", &before.id).with("second", &phase.id);
        match end {
            Some(end) if end < first => {
                problem.code = ProblemCode::PhaseGap;
                report(problem.with("from", end).with("until", first));
            }
            Some(end) if end == first => {}
            _ => {
                problem.code = ProblemCode::PhasesOverlap;
                report(problem.with("from", first));
            }
        }
    }
}

/// Reports a round that begins when nothing may begin any more, and notes one that cannot ring.
pub(super) fn report_round(
    table: &Table<'_>,
    round: &Round,
    around: &Around<'_>,
    quiet: Option<QuietHours>,
) {
    let Some(at) = round.at else { return };
    let latest = around.latest_start(round);
    let is_later =
        |latest: &WallTime| around.minutes_into_day(*latest) < around.minutes_into_day(at);
    if let Some(latest) = latest.filter(is_later) {
        let problem = table.problem_of("at", ProblemCode::SlotUnreachable);
        table.report(problem.with("round", &round.id).with("at", at).with("latest", latest));
    }
    if quiet.is_some_and(|quiet| quiet.hold(at)) {
        let problem = table.problem_of("at", ProblemCode::RoundInQuietHours);
        around.remark(problem.with("round", &round.id).with("at", at));
    }
}

/// A round at another time on a kind of day, with its places as empty problems.
pub(super) struct RoundMoved {
    round: RoundId,
    at: WallTime,
    round_place: Problem,
    at_place: Problem,
}

impl RoundMoved {
    pub(super) fn read(table: &Table<'_>, round: RoundId, at: WallTime) -> Self {
        let round_place = table.problem_of("round", ProblemCode::SameNameTwice);
        let at_place = table.problem_of("at", ProblemCode::RoundsAtSameTime);
        Self { round, at, round_place, at_place }
    }
}

/// Reports a round that a kind of day names twice, moves behind its latest start, or moves to the time of
/// another.
pub(super) fn report_rounds_moved(
    moved: &[RoundMoved],
    left_out: &[RoundId],
    day_start: Option<WallTime>,
    around: &Around<'_>,
    report: impl Fn(Problem),
) {
    let day_start = day_start.unwrap_or(around.usual_day.start);
    let mut named = left_out.to_vec();
    for RoundMoved { round, round_place, .. } in moved {
        if named.contains(round) {
            report(round_place.clone().with("kind", "round").with("found", round));
        }
        named.push(round.clone());
    }
    let as_usual = around.rounds.iter().filter(|round| !named.contains(&round.id));
    let mut taken: Vec<_> =
        as_usual.filter_map(|round| Some((round.at?, round.id.clone()))).collect();
    for RoundMoved { round, at, at_place, .. } in moved {
        // Before this day begins, it is of the night after it, when the next may have begun.
        if (around.usual_day.start..day_start).contains(at) {
            let mut problem = at_place.clone().with("round", round).with("at", at);
            problem.code = ProblemCode::RoundAfterDay;
            around.remark(problem.with("next", around.usual_day.start));
        }
        if let Some((_, first)) = taken.iter().find(|(time, _)| time == at) {
            let problem = at_place.clone().with("first", first).with("second", round);
            report(problem.with("at", at));
        }
        taken.push((*at, round.clone()));
        let known = around.rounds.iter().find(|known| known.id == *round);
        let latest = known
            .and_then(|known| around.latest_start(known))
            .filter(|latest| latest.minutes_into_day(day_start) < at.minutes_into_day(day_start));
        if let Some(latest) = latest {
            let mut problem = at_place.clone().with("round", round).with("at", at);
            problem.code = ProblemCode::SlotUnreachable;
            report(problem.with("latest", latest));
        }
    }
}

/// Reports rounds that a kind of day would leave behind by beginning later than they do: their time would be that of
/// the next morning, which nobody means. What comes after midnight and before the usual beginning is the night's.
pub(super) fn report_rounds_before(
    table: &Table<'_>,
    start: Option<WallTime>,
    has_own: impl Fn(&RoundId) -> bool,
    around: &Around<'_>,
) {
    let Some(start) = start else { return };
    for round in around.rounds.iter().filter(|round| !has_own(&round.id)) {
        let is_before = |at: &WallTime| (around.usual_day.start..start).contains(at);
        if let Some(at) = round.at.filter(is_before) {
            let problem = table.problem_of("start", ProblemCode::RoundBeforeDay);
            table.report(problem.with("round", &round.id).with("at", at).with("start", start));
        }
    }
}
