//! Chance that can be had again: the same seed gives the same plans on every machine.

/// The seed of every generated plan here. The long runs go on where the short ones end.
pub(super) const SEED: u64 = 20_261_116;

/// `splitmix64`, which is as much as plans need.
pub(super) struct Dice(u64);

impl Dice {
    /// The dice of the plan number `nth`.
    pub(super) fn of(nth: u64) -> Self {
        let mut dice = Self(SEED ^ nth.wrapping_mul(0xD134_2543_DE82_EF95));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// A number from `first` through `last`.
    pub(super) fn within(&mut self, first: i64, last: i64) -> i64 {
        first + i64::try_from(self.next() % u64::try_from(last - first + 1).unwrap()).unwrap()
    }

    /// True once in `times`.
    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of them.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// `count` of them, in their order.
    pub(super) fn some<T: Clone>(&mut self, of: &[T], count: usize) -> Vec<T> {
        let mut left = count.min(of.len());
        let mut taken = Vec::new();
        for (n, one) in of.iter().enumerate() {
            if self.below(of.len() - n) < left {
                taken.push(one.clone());
                left -= 1;
            }
        }
        taken
    }
}
