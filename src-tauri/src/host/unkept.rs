//! What must not be forgotten where a record could not be written at once.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use backwise_core::schedule::StopBecause;
use backwise_store::views::Today;
use backwise_store::{Journal, StoreError};

use super::{Host, lock};
use crate::error::{Answer, ApiError};

/// Whether an exercise was left for pain since the stops were last looked at, or is open again that was done. Its record may have
/// had to wait, so it is noted when it is written, whatever the person did by then.
#[derive(Default)]
pub(crate) struct LeftForPain(AtomicBool);

impl LeftForPain {
    /// One was.
    pub(super) fn note(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// What `is_stopped` answers, where one was; asked again the next time where that cannot be said.
    ///
    /// # Errors
    /// What `is_stopped` says.
    pub(super) fn look(&self, is_stopped: impl FnOnce() -> Answer<bool>) -> Answer<bool> {
        if !self.0.swap(false, Ordering::SeqCst) {
            return Ok(false);
        }
        is_stopped().inspect_err(|_| self.note())
    }
}

/// What waits to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waits {
    /// What stops all exercises for pain.
    Stop(StopBecause),
    /// That there is one of the warning signs.
    Sign,
}

/// Writes down what stops all exercises.
type Keep = dyn FnMut(&mut Journal) -> Result<(), StoreError> + Send;

/// What stops all exercises whatever a plan says, and could not be kept, each by what it is. It is kept before
/// anything begins again, also where the person does not try once more, and a warning sign with the next look at the day; an
/// end of the program loses it.
#[derive(Default)]
pub(crate) struct Unkept(Mutex<Vec<(Waits, Box<Keep>)>>);

impl Unkept {
    /// It could not be kept.
    pub(super) fn hold(
        &self,
        what: Waits,
        keep: impl FnMut(&mut Journal) -> Result<(), StoreError> + Send + 'static,
    ) {
        let mut waits = lock(&self.0);
        waits.retain(|(other, _)| *other != what);
        waits.push((what, Box::new(keep)));
    }

    /// It was kept after all, or was not meant.
    pub(super) fn drop(&self, what: Waits) {
        lock(&self.0).retain(|(other, _)| *other != what);
    }

    /// Keeps what waits and is meant, if anything does.
    ///
    /// # Errors
    /// What `keeps` says of it; it goes on waiting then, unless it can never be written.
    pub(super) fn keep(
        &self,
        is_meant: impl Fn(Waits) -> bool,
        mut keeps: impl FnMut(&mut Keep) -> Answer<()>,
    ) -> Answer<()> {
        let mut waits = lock(&self.0);
        while let Some(at) = waits.iter().position(|(what, _)| is_meant(*what)) {
            let kept = keeps(waits[at].1.as_mut());
            if kept.as_ref().err().is_none_or(ApiError::is_permanent) {
                drop(waits.remove(at));
            }
            kept?;
        }
        Ok(())
    }
}

impl Host {
    /// Notes that `what` was kept, or holds it where it could not be and may be later.
    pub(super) fn hold_unless_kept<T>(
        &self,
        what: Waits,
        kept: &Answer<T>,
        keep: impl FnMut(&mut Journal) -> Result<(), StoreError> + Send + 'static,
    ) {
        match kept {
            Ok(_) => self.unkept.drop(what),
            Err(error) if error.is_permanent() => {}
            Err(_) => self.unkept.hold(what, keep),
        }
    }

    /// The day, with a warning sign that could not be kept before, where it can be kept by now: a disk that is full must not
    /// hide the day.
    ///
    /// # Errors
    /// What the journal says of the day itself.
    pub(crate) fn look_at_today(&self) -> Answer<Today> {
        let is_sign = |what| what == Waits::Sign;
        let _waits_on = self.unkept.keep(is_sign, |keep| self.journal(|journal| keep(journal)));
        self.journal(|journal| {
            let _not_noted = journal.note_zone();
            journal.today()
        })
    }

    /// Keeps what stops all exercises and could not be kept before.
    ///
    /// # Errors
    /// What the journal says: it goes on waiting then.
    pub(crate) fn keep_what_waits(&self) -> Answer<()> {
        self.unkept.keep(|_| true, |keep| self.journal(|journal| keep(journal)))
    }
}

#[cfg(test)]
mod tests {
    use backwise_core::schedule::StopBecause;

    use super::{Keep, LeftForPain, Unkept, Waits};
    use crate::error::{ApiError, ErrorCode};

    fn full() -> ApiError {
        ApiError::new(ErrorCode::Failed, "the disk is full")
    }

    #[test]
    fn the_stops_are_looked_at_once_after_an_exercise_was_left_for_pain() {
        let left = LeftForPain::default();
        assert!(!left.look(|| Ok(true)).unwrap(), "nothing was left");
        left.note();
        left.look(|| Err(full())).unwrap_err();
        assert!(left.look(|| Ok(true)).unwrap(), "it could not be said before");
        assert!(!left.look(|| Ok(true)).unwrap(), "it was said");
    }

    #[test]
    fn what_could_not_be_kept_is_kept_before_anything_begins_again() {
        let unkept = Unkept::default();
        unkept.keep(|_| true, |_| Err(full())).unwrap();
        for why in [StopBecause::Numb, StopBecause::Faint, StopBecause::Numb] {
            unkept.hold(Waits::Stop(why), |_| Ok(()));
        }
        unkept.hold(Waits::Sign, |_| Ok(()));
        unkept.keep(|_| true, |_| Err(full())).unwrap_err();
        let mut asked = 0;
        for _ in 0..2 {
            let keeps = |_: &mut Keep| {
                asked += 1;
                Ok(())
            };
            unkept.keep(|_| true, keeps).unwrap();
        }
        assert_eq!(asked, 3, "each once");
        unkept.hold(Waits::Sign, |_| Ok(()));
        unkept.drop(Waits::Stop(StopBecause::Numb));
        unkept.keep(|_| true, |_| Err(full())).unwrap_err();
        unkept.drop(Waits::Sign);
        unkept.keep(|_| true, |_| Err(full())).unwrap();
    }
}
