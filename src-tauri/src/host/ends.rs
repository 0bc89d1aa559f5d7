//! When the session under way ends though nobody pressed that it should.

use backwise_core::ids::LineId;
use backwise_core::record::{BoutKey, Hurt, PainMoment};
use backwise_core::schedule::PainOutcome;
use backwise_core::session::{ItemResult, SessionEvent, SessionView};
use backwise_store::{Journal, SessionTime, StoreError};

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
        events.into_iter().try_for_each(|event| send(session.as_ref(), event))
    }

    /// Ends the session under way where what was said to hurt ends it, or stops something that is still open in it. What
    /// hurts in a round is left there, and the round goes on.
    ///
    /// # Errors
    /// What the journal says, or when what the session still has to record cannot be recorded.
    pub(crate) fn end_session_after(&self, hurt: &Hurt, outcome: PainOutcome) -> Answer<()> {
        if outcome.ends_session() {
            return self.end_session_that_hurt(hurt);
        }
        let in_hand = hurt.line.as_ref().filter(|_| hurt.when == PainMoment::During);
        self.end_session_if_stopped(in_hand)
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
        let open = self.open_in_session().unwrap_or_default();
        let asked = |host: &Self| host.journal(|journal| journal.asked_of(&open));
        let before = asked(self);
        let changed = self.journal(method)?;
        let ended = before.and_then(|before| {
            if asked(self)? == before {
                self.end_session_if_stopped(None)
            } else {
                self.end_session()
            }
        });
        if let Err(trouble) = ended {
            self.tell("session-trouble", trouble);
        }
        Ok(changed)
    }

    /// What is still open in the session under way.
    fn open_in_session(&self) -> Answer<Vec<BoutKey>> {
        let view = self.session(Session::view).transpose()?.flatten();
        Ok(view.filter(|view| !view.finished).map_or_else(Vec::new, |view| open_in(&view, None)))
    }
}

/// What is still open in the session of `view`, but for the line `in_hand`.
fn open_in(view: &SessionView, in_hand: Option<&LineId>) -> Vec<BoutKey> {
    let open = view.items.iter().filter(|item| item.result == ItemResult::Open);
    open.map(|item| &item.bout).filter(|bout| Some(&bout.line) != in_hand).cloned().collect()
}
