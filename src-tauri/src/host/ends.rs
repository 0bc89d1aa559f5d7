//! When the session under way ends though nobody pressed that it should.

use std::sync::atomic::Ordering;

use backwise_core::ids::{ExerciseId, LineId, RecordId};
use backwise_core::plan::{Dose, Side};
use backwise_core::record::{AllStopped, BoutKey, Hurt, PainMoment};
use backwise_core::schedule::{PainOutcome, StopBecause};
use backwise_core::session::{ItemResult, SessionEvent, SessionItem, SessionView};
use backwise_core::time::Day;
use backwise_store::views::HurtAnswer;
use backwise_store::{Journal, SessionTime, StoreError};

use super::unkept::Waits;
use super::{Host, lock, send};
use crate::error::Answer;
use crate::session::Session;

impl Host {
    /// Whether the session of `view` was left open: nothing of it runs, and its round is over, or its day.
    pub(super) fn was_left(&self, view: Option<&SessionView>) -> Answer<bool> {
        Ok(self.time_of_what_stands(view)? != SessionTime::Lasts)
    }

    /// Ends a session that was left open on a day that is over, and tells the window. One whose round alone is over ends
    /// when the window asks for it: who has stopped for breath in it is not to lose it under their eyes.
    ///
    /// # Errors
    /// What the journal says, or when what the session still has to record cannot be recorded.
    pub(crate) fn end_session_of_another_day(&self) -> Answer<()> {
        let view = self.session(Session::view).transpose()?.flatten();
        if self.time_of_what_stands(view.as_ref())? == SessionTime::Over {
            self.tell("session", self.session_view()?);
        }
        Ok(())
    }

    /// The time of the session of `view`; it lasts where there is none, where it is finished, or where something of it
    /// runs.
    fn time_of_what_stands(&self, view: Option<&SessionView>) -> Answer<SessionTime> {
        let runs = |view: &SessionView| !view.paused && view.seconds.or(view.goes_on_in).is_some();
        if view.is_none_or(|view| view.finished || runs(view)) {
            return Ok(SessionTime::Lasts);
        }
        self.journal(|journal| journal.session_time())
    }

    /// Ends the session under way because of `hurt`.
    ///
    /// # Errors
    /// When what it still has to record cannot be recorded.
    fn end_session_that_hurt(&self, hurt: &Hurt) -> Answer<()> {
        let session = lock(&self.session);
        let view = session.as_ref().and_then(|session| session.view().ok().flatten());
        let events = view.map_or_else(|| vec![SessionEvent::End], |view| view.ended_by(hurt));
        // Each of them, also where what comes of the one before cannot be recorded now.
        let sent: Vec<_> = events.into_iter().map(|event| send(session.as_ref(), event)).collect();
        sent.into_iter().collect()
    }

    /// Says to the journal that it hurts, and ends the session under way where that ends it. What follows from what was said
    /// is answered even where the session cannot be ended: then it stands still, and the window is told so.
    ///
    /// # Errors
    /// What the journal says of what was said.
    pub(crate) fn hurt(
        &self,
        hurt: &Hurt,
        day: Option<Day>,
        instead: Option<RecordId>,
    ) -> Answer<HurtAnswer> {
        let said = hurt.clone();
        let method = move |journal: &mut Journal| match instead {
            Some(before) => match journal.correct_hurt(before, &said, day) {
                // What it puts right was taken back meanwhile: it is said all the same.
                Err(StoreError::NotFound { .. }) if said.spreading => {
                    journal.record_hurt(&said, day)
                }
                corrected => corrected,
            },
            None => journal.record_hurt(&said, day),
        };
        let led = self.led(in_hand(hurt));
        // Pain that moves down the leg ends the round whatever a plan says.
        let (answer, ended) = if hurt.spreading {
            self.end_and_keep_stop(
                StopBecause::Spreading,
                || self.end_session_that_hurt(hurt),
                method,
            )?
        } else {
            (self.journal(method)?, Ok(()))
        };
        let ended = ended.and(self.end_session_after(hurt, answer.follows.outcome, led));
        if let Err(trouble) = ended {
            self.tell("session-trouble", trouble);
        }
        Ok(answer)
    }

    /// Says to the journal that all exercises stop, for what the person said of themselves, and ends the session under way.
    ///
    /// # Errors
    /// What the journal says.
    pub(crate) fn stop_all(
        &self,
        why: AllStopped,
        method: impl Fn(&mut Journal) -> Result<HurtAnswer, StoreError> + Send + 'static,
    ) -> Answer<HurtAnswer> {
        let (answer, ended) = self.end_and_keep_stop(why.into(), || self.end_session(), method)?;
        if let Err(trouble) = ended {
            self.tell("session-trouble", trouble);
        }
        Ok(answer)
    }

    /// Ends what a stop of all exercises ends, and keeps it. Where it cannot be kept, it is kept before anything begins again.
    fn end_and_keep_stop(
        &self,
        why: StopBecause,
        end: impl FnOnce() -> Answer<()>,
        method: impl Fn(&mut Journal) -> Result<HurtAnswer, StoreError> + Send + 'static,
    ) -> Answer<(HurtAnswer, Answer<()>)> {
        let kept = end_and_keep(end, || self.journal(&method));
        self.hold_unless_kept(Waits::Stop(why), &kept, move |journal| method(journal).map(drop));
        kept
    }

    /// Notes the answer to the list of warning signs, as [`Journal::answer_signs`] does. A yes ends the session under way. One
    /// that cannot be kept is kept with the next look at the day, unless it is answered with no meanwhile.
    ///
    /// # Errors
    /// What the journal says, or that the session could not be ended as it should.
    pub(crate) fn answer_signs(&self, any: bool, mistaken: bool) -> Answer<RecordId> {
        let end = || if any { self.end_session() } else { Ok(()) };
        if !any {
            self.unkept.drop(Waits::Sign);
        }
        let kept = end_and_keep(end, || self.journal(|it| it.answer_signs(any, mistaken)));
        if any {
            let keep = move |journal: &mut Journal| journal.answer_signs(true, mistaken).map(drop);
            self.hold_unless_kept(Waits::Sign, &kept, keep);
        }
        let (kept, ended) = kept?;
        ended.map(|()| kept)
    }

    /// `view`, unless something that is still open in the session is stopped since an exercise was left for pain: then the
    /// session ends.
    ///
    /// # Errors
    /// What the session or the journal says.
    pub(super) fn unless_stopped(
        &self,
        session: &Session,
        view: Option<SessionView>,
    ) -> Answer<Option<SessionView>> {
        let Some(open) = view.as_ref().filter(|view| !view.finished) else { return Ok(view) };
        let is_stopped = self.left_for_pain.look(|| self.goes_on_with_a_stop(open, None))?;
        if is_stopped { session.event(SessionEvent::End) } else { Ok(view) }
    }

    /// Ends the session under way where what was said to hurt ends it, or stops or lightens something that is still open in
    /// it, as it was `led` before. What hurts in a round is left there, and the round goes on.
    ///
    /// # Errors
    /// What the journal says, or when what the session still has to record cannot be recorded.
    fn end_session_after(&self, hurt: &Hurt, outcome: PainOutcome, led: Answer<Led>) -> Answer<()> {
        if outcome.ends_session() {
            return self.end_session_that_hurt(hurt);
        }
        self.end_session_if_otherwise(&led?, in_hand(hurt))
    }

    /// Ends the session under way where something that is still open in it is stopped by now: nobody is led into that, and
    /// what was done of it stays. `in_hand` is the line that was said to hurt in the round, which is left there.
    ///
    /// # Errors
    /// What the journal says, or when what the session still has to record cannot be recorded.
    pub(crate) fn end_session_if_stopped(&self, in_hand: Option<&LineId>) -> Answer<()> {
        let view = self.session(Session::view).transpose()?.flatten();
        let Some(view) = view.filter(|view| !view.finished) else { return Ok(()) };
        if self.goes_on_with_a_stop(&view, in_hand)? { self.end_session() } else { Ok(()) }
    }

    /// The same for what was recorded by another program. Of the exercise in hand it may have been said in this window that it
    /// hurts, which leaves that one alone, so it ends the session only where all exercises are stopped. A newer sheet ends it
    /// as one does that is taken in here.
    ///
    /// # Errors
    /// What the journal says, or when what the session still has to record cannot be recorded.
    pub(crate) fn end_session_stopped_elsewhere(&self) -> Answer<()> {
        if self.is_led_by_an_older_sheet()? {
            return self.end_session();
        }
        let view = self.session(Session::view).transpose()?.flatten();
        let Some(view) = view.filter(|view| !view.finished) else { return Ok(()) };
        let today = self.journal(|journal| journal.today())?;
        let mut stops = today.agenda.iter().flat_map(|agenda| &agenda.stops);
        let are_all = today.signs.stop.is_some() || stops.any(|stop| stop.because.is_of_all());
        let in_hand = view.item_in_hand().map(|item| &item.bout.line);
        if are_all { self.end_session() } else { self.end_session_if_stopped(in_hand) }
    }

    /// Whether a newer sheet was taken in since this was last asked that asks for something that is still open in the session
    /// in another way than it is led, or not any more. Nothing but a sheet is compared: what was asked for when the session
    /// began is not known here, and it may lead more than the day asks for.
    fn is_led_by_an_older_sheet(&self) -> Answer<bool> {
        if !self.has_newer_sheet()? {
            return Ok(false);
        }
        let led = self.led(None)?;
        let mut both = led.before.iter().zip(&led.leads);
        Ok(both.any(|(now, leads)| now.as_ref() != Some(leads)))
    }

    /// Whether a sheet was taken in since this was last asked.
    pub(super) fn has_newer_sheet(&self) -> Answer<bool> {
        let known = self.journal(|journal| journal.sheets_taken_in())?;
        Ok(self.sheets.swap(known, Ordering::SeqCst) != known)
    }

    /// Whether a line that is still open in the session of `view` is stopped, other than the one `in_hand`.
    pub(super) fn goes_on_with_a_stop(
        &self,
        view: &SessionView,
        in_hand: Option<&LineId>,
    ) -> Answer<bool> {
        let open = open_in(view, in_hand);
        self.journal(|journal| journal.is_any_stopped(&open))
    }

    /// Does with the journal what may take something out of the day, or change how much it asks. Where that is something
    /// that is still open in the session under way, the session ends: nobody is led by a sheet or a word that does not
    /// hold any more, and Today asks for what is left as it is now.
    ///
    /// # Errors
    /// What the journal says of the change itself. Where the session cannot be ended it stands still, and the window is
    /// told so.
    pub(crate) fn change<T>(
        &self,
        method: impl FnOnce(&mut Journal) -> Result<T, StoreError>,
    ) -> Answer<T> {
        let led = self.led(None);
        let changed = self.journal(method)?;
        // What is taken in here is compared here.
        let _ = self.has_newer_sheet();
        if let Err(trouble) = led.and_then(|led| self.end_session_if_otherwise(&led, None)) {
            self.tell("session-trouble", trouble);
        }
        Ok(changed)
    }

    /// Ends the session under way where what is still open in it is stopped by now, or asked for in another way than it is
    /// `led`. What is asked for again, after a word that is taken back, goes on. `in_hand` is the line that was said to
    /// hurt in the round.
    fn end_session_if_otherwise(&self, led: &Led, in_hand: Option<&LineId>) -> Answer<()> {
        let now = self.journal(|journal| journal.asked_of(&led.open))?;
        if is_asked_otherwise(&led.before, &now, &led.leads) {
            self.end_session()
        } else {
            self.end_session_if_stopped(in_hand)
        }
    }

    /// What is still open in the session under way, but for the line `in_hand`, and how it is asked for.
    ///
    /// # Errors
    /// What the session or the journal says.
    fn led(&self, in_hand: Option<&LineId>) -> Answer<Led> {
        let view = self.session(Session::view).transpose()?.flatten();
        let items = view.filter(|view| !view.finished).map(|view| view.items).unwrap_or_default();
        let is_open = |item: &SessionItem| {
            item.result == ItemResult::Open && Some(&item.bout.line) != in_hand
        };
        let items = items.into_iter().filter(is_open);
        let (open, leads): (Vec<_>, Vec<_>) =
            items.map(|item| (item.bout, (item.exercise, item.dose, item.side))).unzip();
        let before = self.journal(|journal| journal.asked_of(&open))?;
        Ok(Led { open, leads, before })
    }
}

/// Ends what an answer ends before that answer is kept: where the record cannot be written, the session is over all the same.
/// The answer is kept also where what the session still had to record could not be; how it ended is told beside it.
fn end_and_keep<T>(
    end: impl FnOnce() -> Answer<()>,
    keep: impl FnOnce() -> Answer<T>,
) -> Answer<(T, Answer<()>)> {
    let ended = end();
    Ok((keep()?, ended))
}

/// The line that was said to hurt in the round, which is left there.
fn in_hand(hurt: &Hurt) -> Option<&LineId> {
    hurt.line.as_ref().filter(|_| hurt.when == PainMoment::During)
}

/// What a session still leads.
struct Led {
    open: Vec<BoutKey>,
    /// How it leads each.
    leads: Vec<Asked>,
    /// How each was asked for.
    before: Vec<Option<Asked>>,
}

/// An exercise, how much of it, and on which side.
type Asked = (ExerciseId, Dose, Side);

/// Whether one of those that were asked for `before` is not asked for `now`, or in another way than it was and than the
/// session `leads` it.
fn is_asked_otherwise(before: &[Option<Asked>], now: &[Option<Asked>], leads: &[Asked]) -> bool {
    let mut all = before.iter().zip(now).zip(leads);
    all.any(|((before, now), leads)| {
        before.is_some() && before != now && now.as_ref() != Some(leads)
    })
}

/// What is still open in the session of `view`, but for the line `in_hand`.
fn open_in(view: &SessionView, in_hand: Option<&LineId>) -> Vec<BoutKey> {
    let open = view.items.iter().filter(|item| item.result == ItemResult::Open);
    open.map(|item| &item.bout).filter(|bout| Some(&bout.line) != in_hand).cloned().collect()
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::{Answer, Asked, end_and_keep, is_asked_otherwise};
    use crate::error::{ApiError, ErrorCode};
    use backwise_core::ids::ExerciseId;
    use backwise_core::plan::{Dose, Side};

    fn bridge(repetitions: u16) -> Asked {
        let dose = Dose { repetitions: Some(repetitions), ..Dose::default() };
        (ExerciseId::new("bridge").unwrap(), dose, Side::Both)
    }

    #[test]
    fn a_round_ends_where_less_is_asked_for_and_goes_on_where_it_is_asked_for_again_as_it_is_led() {
        let ends = |before: Option<u16>, now: Option<u16>| {
            is_asked_otherwise(&[before.map(bridge)], &[now.map(bridge)], &[bridge(10)])
        };
        assert!(ends(Some(10), Some(5)), "half of it");
        assert!(ends(Some(10), None), "not any more");
        assert!(!ends(Some(10), Some(10)));
        assert!(!ends(None, Some(10)), "a stop was a slip of the finger");
        assert!(!ends(Some(5), Some(10)), "a number was, and the round leads the whole");
        assert!(!ends(None, None));
    }

    #[test]
    fn what_ends_the_session_does_so_before_it_is_kept_and_each_is_done_though_the_other_fails() {
        let fails = || Err(ApiError::new(ErrorCode::Failed, "the disk is full"));
        for (ends, keeps) in [(true, true), (true, false), (false, true)] {
            let seen = RefCell::new(Vec::new());
            let step = |name, works: bool| -> Answer<&str> {
                seen.borrow_mut().push(name);
                if works { Ok(name) } else { fails() }
            };
            let answer = end_and_keep(|| step("ended", ends).map(|_| ()), || step("kept", keeps));
            assert_eq!(*seen.borrow(), ["ended", "kept"]);
            let told = answer.ok().map(|(kept, ended)| (kept, ended.is_ok()));
            assert_eq!(told, keeps.then_some(("kept", ends)));
        }
    }
}
