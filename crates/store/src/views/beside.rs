//! What stands beside the day: the warning signs, and what there is to learn.

use backwise_core::ids::TopicId;
use backwise_core::record::Stop;
use backwise_core::schedule::WhyAsked;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the question about the warning signs stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignsToday {
    /// The stop that holds now: nothing but the emergency card is shown, and nothing is asked.
    pub stop: Option<Stop>,
    /// Whether the person is asked, and why. They may leave the question.
    pub asked: Option<WhyAsked>,
}

/// The topics that fit a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TopicsOfWeek {
    /// The week after surgery, counted from 1; 0 before surgery.
    pub week: u32,
    /// The topics, those first that are about the fewest weeks.
    pub topics: Vec<TopicId>,
}
