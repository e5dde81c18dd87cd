//! What a plan will take of the storage, told before it is kept.

use super::record::{Record, records};
use super::room::Room;
use crate::plan::Plan;

/// UTF-16 units of a record's key, and of its place in the two manifests.
const AROUND_A_RECORD: usize = 33 + 2 * 8;

/// UTF-16 units of keys and texts that a plan takes once it is kept: its records, and two manifests that list them.
/// Nearly so: keys and counts are taken as they mostly are.
#[must_use]
pub fn room_needed(plan: &Plan) -> usize {
    let text = |record: &Record| record.width() + AROUND_A_RECORD;
    records(plan).iter().map(text).sum()
}

/// How much of what every browser gives would be used with a plan kept as well, in percent; none when it fits.
#[must_use]
pub fn too_large(plan: &Plan, used: usize) -> Option<usize> {
    let room = Room {
        used: used + room_needed(plan),
    };
    (room.used > Room::WHOLE).then(|| room.percent())
}
