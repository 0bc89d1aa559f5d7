//! What could not be written, told when everything else is done: to ring comes first.

use backwise_store::StoreError;

/// The first thing that went wrong.
#[derive(Debug, Default)]
pub(crate) struct Trouble(Option<StoreError>);

impl Trouble {
    /// The value of `outcome`; `None` where there was trouble, which is kept.
    ///
    /// # Errors
    /// The data was brought up to date by a later program: nothing more is to be done here.
    pub(crate) fn keep<T>(
        &mut self,
        outcome: Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        match outcome {
            Ok(value) => Ok(Some(value)),
            Err(StoreError::Updated) => Err(StoreError::Updated),
            Err(error) => {
                self.0.get_or_insert(error);
                Ok(None)
            }
        }
    }

    /// `value`, or the trouble where there was any.
    ///
    /// # Errors
    /// What went wrong first.
    pub(crate) fn or<T>(self, value: T) -> Result<T, StoreError> {
        self.0.map_or(Ok(value), Err)
    }
}
