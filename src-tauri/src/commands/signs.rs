//! The warning signs.

use backwise_core::ids::RecordId;
use backwise_core::time::Day;
use backwise_store::views::SignSaid;
use tauri::State;

use super::plan_facts::end;
use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn answer_signs(
    host: State<'_, Host>,
    any: bool,
    mistaken: bool,
) -> Answer<RecordId> {
    let end = || if any { host.end_session() } else { Ok(()) };
    end_and_keep(end, || host.journal(|journal| journal.answer_signs(any, mistaken)))
}

/// Ends what a yes ends before the answer is kept: where the record cannot be written, the session is over all the same.
/// The answer is kept also where what the session still had to record could not be.
fn end_and_keep<T>(
    end: impl FnOnce() -> Answer<()>,
    keep: impl FnOnce() -> Answer<T>,
) -> Answer<T> {
    let ended = end();
    let kept = keep()?;
    ended.map(|()| kept)
}

#[tauri::command]
pub(super) async fn may_go_on(
    host: State<'_, Host>,
    who: String,
    said_on: Day,
) -> Answer<RecordId> {
    host.journal(|journal| journal.may_go_on(&who, said_on))
}

#[tauri::command]
pub(super) async fn signs_said(host: State<'_, Host>) -> Answer<Vec<SignSaid>> {
    host.journal(|journal| journal.signs_said())
}

/// What it ended is stopped again, so a session that was begun meanwhile ends.
#[tauri::command]
pub(super) async fn withdraw_sign(host: State<'_, Host>, record: RecordId) -> Answer<RecordId> {
    let withdrawal = host.journal(|journal| journal.withdraw_sign(record))?;
    end(&host, |host| host.end_session_if_stopped(None));
    Ok(withdrawal)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::end_and_keep;
    use crate::error::{Answer, ApiError, ErrorCode};

    #[test]
    fn a_yes_ends_the_session_before_it_is_kept_and_each_is_done_though_the_other_fails() {
        let fails = || Err(ApiError::new(ErrorCode::Failed, "the disk is full"));
        for (ends, keeps) in [(true, true), (true, false), (false, true)] {
            let seen = RefCell::new(Vec::new());
            let step = |name, works: bool| -> Answer<&str> {
                seen.borrow_mut().push(name);
                if works { Ok(name) } else { fails() }
            };
            let answer = end_and_keep(|| step("ended", ends).map(|_| ()), || step("kept", keeps));
            assert_eq!(*seen.borrow(), ["ended", "kept"]);
            assert_eq!(answer.is_ok(), ends && keeps);
        }
    }
}
