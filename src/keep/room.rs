//! How much room there is, as browsers count: in UTF-16 units of keys and texts.

/// What every browser gives: the quota of WebKit where a text is not all Latin.
const ROOM: usize = 2_621_440;

/// The room that is used of one origin, by us and by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// UTF-16 units of all keys and texts.
    pub used: usize,
}

impl Room {
    /// UTF-16 units that every browser has room for.
    pub const WHOLE: usize = ROOM;

    /// How much is used of what every browser gives, in percent, rounded up.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.used * 100).div_ceil(ROOM)
    }

    /// Whether little is left: from 80 % on.
    #[must_use]
    pub fn is_scarce(&self) -> bool {
        self.used * 10 >= ROOM * 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fault_4_room_is_scarce_from_eighty_percent_of_what_every_browser_gives() {
        let room = |used| Room { used };
        assert!(!room(2_097_151).is_scarce() && room(2_097_152).is_scarce());
        assert_eq!((room(0).percent(), room(1).percent()), (0, 1));
        assert_eq!(room(2_621_440).percent(), 100);
    }
}
