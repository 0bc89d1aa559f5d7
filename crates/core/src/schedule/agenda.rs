//! One day of the plan, worked out from facts.

use super::state::{Window, state};
use super::{
    Agenda, AgendaItem, AgendaPrecaution, AgendaRound, InForce, SeenSet, SeenWork, TimeOfPlan,
    about_minutes, revision_on,
};
use crate::plan::{Bouts, Prescription, Revision, Round};
use crate::record::{BoutKey, BoutPlace, Evidence, EvidenceKind, Opened, Standing, StandingBout};
use crate::time::{Day, Instant, Zone};

/// Everything that a day depends on.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// Every revision that was taken in.
    pub revisions: &'a [InForce],
    /// What stands of the records of the days asked for.
    pub standing: &'a Standing,
    /// What was seen of rounds that fell due on those days.
    pub evidence: &'a [Evidence],
    /// When the app was opened on those days.
    pub opened: &'a [Opened],
    /// When the app was first opened, ever.
    pub first_opened: Option<Instant>,
    /// The present moment.
    pub now: Instant,
    /// Where the person is.
    pub zone: &'a Zone,
}

impl Situation<'_> {
    /// The day of the plan that `now` lies in; `None` without a plan.
    #[must_use]
    pub fn today(&self) -> Option<Day> {
        let civil = Day(self.zone.local(self.now).date());
        let holds = revision_on(self.revisions, civil)?;
        Some(self.zone.day(self.now, holds.revision.day_start))
    }

    /// When we first knew of a plan or of the person, whichever came first. Nothing can be said of
    /// what lies before.
    fn knows_since(&self) -> Option<Instant> {
        let imported = self.revisions.iter().map(|revision| revision.imported_at).min();
        self.first_opened.into_iter().chain(imported).min()
    }
}

/// What `day` asks for and what became of it; `None` without a plan.
#[must_use]
pub fn agenda(situation: &Situation<'_>, day: Day) -> Option<Agenda> {
    let in_force = revision_on(situation.revisions, day)?;
    let revision = &in_force.revision;
    let time_of_plan = time_of_plan(in_force, day);
    let lines: Vec<&Prescription> = if time_of_plan == TimeOfPlan::During {
        revision.lines.iter().filter(|line| revision.asks_for(line, day)).collect()
    } else {
        Vec::new()
    };
    let day_of = DayOf { situation, revision, day };
    let today = situation.today();
    let after_surgery = day.days_after(revision.surgery.date);
    Some(Agenda {
        day,
        is_today: today == Some(day),
        is_to_come: today.is_some_and(|today| day > today),
        previous: day.plus(-1),
        next: day.plus(1),
        plan: revision.plan.clone(),
        revision: revision.number,
        title: revision.title.clone(),
        caution: revision.caution.clone(),
        after_surgery,
        week: u32::try_from(after_surgery).map_or(0, |days| days / 7 + 1),
        time_of_plan,
        review_was_due: revision.review.filter(|review| day > *review),
        rounds: day_of.rounds(&lines),
        any_time: day_of.any_time(&lines),
        precautions: precautions(revision, day),
        notes: revision.notes.clone(),
    })
}

fn time_of_plan(in_force: &InForce, day: Day) -> TimeOfPlan {
    if day < in_force.from.max(in_force.revision.starts) {
        TimeOfPlan::Before
    } else if in_force.revision.ends.is_some_and(|end| day >= end) {
        TimeOfPlan::After
    } else {
        TimeOfPlan::During
    }
}

fn precautions(revision: &Revision, day: Day) -> Vec<AgendaPrecaution> {
    revision
        .precautions
        .iter()
        .map(|precaution| {
            let until = precaution.until.map(|until| until.resolve(revision.surgery.date));
            AgendaPrecaution {
                as_written: precaution.as_written.clone(),
                until,
                until_has_passed: until.is_some_and(|until| day >= until),
            }
        })
        .collect()
}

/// One day of one revision.
struct DayOf<'a> {
    situation: &'a Situation<'a>,
    revision: &'a Revision,
    day: Day,
}

impl DayOf<'_> {
    /// The rounds that have something to do. The window of each ends where the next of them begins.
    fn rounds(&self, lines: &[&Prescription]) -> Vec<AgendaRound> {
        let mut starts: Vec<(Instant, &Round, Vec<&Prescription>)> = self
            .revision
            .rounds
            .iter()
            .filter_map(|round| {
                let asked: Vec<&Prescription> = lines
                    .iter()
                    .copied()
                    .filter(|line| matches!(&line.bouts, Bouts::InRounds(in_rounds) if in_rounds.contains(&round.id)))
                    .collect();
                // A date that this zone never had has no rounds.
                let start = self.situation.zone.instant_on(self.day, round.at, self.revision.day_start)?;
                (!asked.is_empty()).then_some((start, round, asked))
            })
            .collect();
        starts.sort_by_key(|(start, round, _)| {
            (*start, round.at.minutes_into_day(self.revision.day_start))
        });
        let (_, end_of_day) = self.span();
        let ends: Vec<Instant> =
            starts.iter().skip(1).map(|(start, ..)| *start).chain([end_of_day]).collect();
        starts
            .into_iter()
            .zip(ends)
            .map(|((starts, round, asked), ends)| self.round(round, &asked, starts, ends))
            .collect()
    }

    /// Whether the person was told of a round stands in the evidence under its name and day: the hours
    /// of a day long past would move with the zone the person is in now.
    fn round(
        &self,
        round: &Round,
        asked: &[&Prescription],
        starts: Instant,
        ends: Instant,
    ) -> AgendaRound {
        let told = self.situation.evidence.iter().any(|seen| {
            seen.round == round.id && self.is_ours(seen) && seen.kind != EvidenceKind::Undeliverable
        });
        let window = self.window(starts, ends, told);
        let place = BoutPlace::Round(round.id.clone());
        let items: Vec<AgendaItem> =
            asked.iter().map(|line| self.item(line, place.clone(), window)).collect();
        AgendaRound {
            round: round.id.clone(),
            title: round.title.clone(),
            routine: round.routine.clone(),
            at: round.at,
            starts,
            ends,
            about_minutes: about_minutes(items.iter()),
            items,
        }
    }

    /// What is done at any time: as many bouts as the sheet says, each with the whole day as its window.
    fn any_time(&self, lines: &[&Prescription]) -> Vec<AgendaItem> {
        let (starts, ends) = self.span();
        if starts == ends {
            return Vec::new();
        }
        let situation = self.situation;
        let told = situation.opened.iter().any(|opened| opened.day == self.day)
            || situation
                .evidence
                .iter()
                .any(|seen| self.is_ours(seen) && seen.kind != EvidenceKind::Undeliverable);
        let window = self.window(starts, ends, told);
        let bouts = |line: &Prescription| match line.bouts {
            Bouts::AnyTime(times) => 1..=times,
            #[expect(clippy::reversed_empty_ranges, reason = "no bouts at any time")]
            Bouts::InRounds(_) => 1..=0,
        };
        lines
            .iter()
            .flat_map(|line| {
                bouts(line).map(|nth| self.item(line, BoutPlace::AnyTime(nth), window))
            })
            .collect()
    }

    fn item(&self, line: &Prescription, place: BoutPlace, window: Window) -> AgendaItem {
        let bout = BoutKey {
            plan: self.revision.plan.clone(),
            line: line.id.clone(),
            day: self.day,
            place,
        };
        let known = self.situation.standing.bouts.get(&bout);
        AgendaItem {
            bout,
            exercise: line.exercise.clone(),
            title: line.title.clone(),
            sheet_no: line.sheet_no.clone(),
            as_written: line.as_written.clone(),
            dose: line.dose.clone(),
            side: line.side,
            tempo: line.tempo,
            flags: line.flags.clone(),
            state: state(known, window),
            record: known.and_then(|known| known.closed.as_ref()).map(|(record, _)| *record),
            entered_later: known.is_some_and(|known| known.entered_later),
            corrected: known.is_some_and(|known| known.corrected),
            seen: known.map(seen).unwrap_or_default(),
        }
    }

    fn window(&self, starts: Instant, ends: Instant, told: bool) -> Window {
        if self.situation.now < starts {
            Window::Ahead
        } else if self.situation.now < ends {
            Window::Open
        } else if told {
            Window::Told
        } else if self.situation.knows_since().is_none_or(|since| ends <= since) {
            Window::BeforeUs
        } else {
            Window::Untold
        }
    }

    fn span(&self) -> (Instant, Instant) {
        self.situation.zone.span(self.day, self.revision.day_start)
    }

    fn is_ours(&self, seen: &Evidence) -> bool {
        seen.plan == self.revision.plan && seen.day == self.day
    }
}

fn seen(known: &StandingBout) -> SeenWork {
    let sets: Vec<SeenSet> = known
        .work
        .iter()
        .map(|(&(set, side), &(repetitions, seconds))| SeenSet { set, side, repetitions, seconds })
        .collect();
    SeenWork {
        repetitions: sets.iter().map(|set| u32::from(set.repetitions)).sum(),
        seconds: sets.iter().map(|set| set.seconds).sum(),
        sets,
    }
}
