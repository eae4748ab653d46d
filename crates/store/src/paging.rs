//! How lists are cut into pages by position, whichever database holds the rows.

use crate::{CreatedRange, Cursor, Listing, Page, StoreError};

/// The part of a table that a page is cut from, both ends excluded unless said otherwise.
///
/// Lists go by position, the order of commits: who pages towards the newest misses nothing that is
/// added meanwhile. A list that is narrowed to a time of creation goes by (created, position), so
/// that an index leads to both ends of the time asked for, however far back it lies. The two orders
/// differ only where a clock went back or units overlapped. Whoever pages towards the newest of a
/// time that has no end still goes by position.
pub struct Bounds {
    /// The page holds what is newer than this position; by creation: than (`from`, `above`).
    pub above: i64,
    /// The page holds what is older than this position; by creation: than (`to`, `below`).
    pub below: i64,
    /// The earliest time of creation, included when going by position.
    pub from: i64,
    /// The latest time of creation, included when going by position.
    pub to: i64,
    /// Whether rows go by (created, position) rather than by position alone.
    pub by_creation: bool,
    /// Whether rows come from the newest to the oldest.
    pub newest_first: bool,
    /// One row more than the page holds, to see whether there is more.
    pub rows: i64,
}

/// Where a page's cursor lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its position.
    pub position: i64,
    /// When it was created.
    pub created: i64,
}

impl Bounds {
    /// The bounds of a page, of what was created within a range, whose cursor lies at a place.
    pub fn new(page: &Page, created: CreatedRange, cursor: Option<Place>) -> Self {
        let newer = matches!(page.cursor, Some(Cursor::EndingBefore(_)));
        let (from, to) = created.closed();
        let mut bounds = Self {
            above: i64::MIN,
            below: i64::MAX,
            from,
            to,
            by_creation: by_creation(page, created, cursor),
            newest_first: !newer,
            rows: i64::from(page.limit) + 1,
        };
        match cursor {
            None => {}
            Some(Place { position, created }) if bounds.by_creation => {
                if newer {
                    (bounds.from, bounds.above) =
                        (bounds.from, bounds.above).max((created, position));
                } else {
                    (bounds.to, bounds.below) = (bounds.to, bounds.below).min((created, position));
                }
            }
            Some(Place { position, .. }) if newer => bounds.above = position,
            Some(Place { position, .. }) => bounds.below = position,
        }
        bounds
    }

    /// Puts rows of several lists, each in the order of travel, into one such list. `key` is a row's
    /// (created, position).
    pub fn merge<R>(&self, rows: &mut [R], key: impl Fn(&R) -> (i64, i64)) {
        rows.sort_by(|one, other| {
            let (one, other) = (key(one), key(other));
            let order = if self.by_creation {
                one.cmp(&other)
            } else {
                one.1.cmp(&other.1)
            };
            if self.newest_first {
                order.reverse()
            } else {
                order
            }
        });
    }

    /// Turns rows, in the order of travel, into a page, newest first.
    pub fn listing<R, T>(
        &self,
        mut rows: Vec<R>,
        read: impl FnMut(R) -> Result<T, StoreError>,
    ) -> Result<Listing<T>, StoreError> {
        let limit = (self.rows - 1) as usize;
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        if !self.newest_first {
            rows.reverse();
        }
        let items = rows.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Listing { items, has_more })
    }
}

/// The identifier that a page's cursor names.
pub fn cursor_id(page: &Page) -> Option<&str> {
    match &page.cursor {
        Some(Cursor::StartingAfter(id) | Cursor::EndingBefore(id)) => Some(id),
        None => None,
    }
}

/// Whether a page goes by (created, position); see [`Bounds`].
pub fn by_creation(page: &Page, created: CreatedRange, cursor: Option<Place>) -> bool {
    let (from, to) = created.closed();
    if (from, to) == (i64::MIN, i64::MAX) {
        return false;
    }
    let towards_the_newest = matches!(page.cursor, Some(Cursor::EndingBefore(_)))
        && to == i64::MAX
        && cursor.is_some_and(|cursor| cursor.created >= from);
    !towards_the_newest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(cursor: Option<Cursor>) -> Page {
        Page { limit: 2, cursor }
    }

    #[test]
    fn rows_in_the_order_of_travel_become_a_page_newest_first() {
        let onwards = Bounds::new(&page(None), CreatedRange::default(), None);
        let listing = onwards.listing(vec![9, 8, 7], Ok).unwrap();
        assert_eq!((listing.items, listing.has_more), (vec![9, 8], true));

        let place = Place {
            position: 5,
            created: 50,
        };
        let before = page(Some(Cursor::EndingBefore("x".into())));
        let back = Bounds::new(&before, CreatedRange::default(), Some(place));
        assert_eq!((back.above, back.below), (5, i64::MAX));
        let listing = back.listing(vec![6, 7], Ok).unwrap();
        assert_eq!((listing.items, listing.has_more), (vec![7, 6], false));
    }
    #[test]
    fn a_time_of_creation_bounds_both_ends() {
        let created = CreatedRange {
            gte: Some(10),
            lte: Some(90),
            ..CreatedRange::default()
        };
        let place = Place {
            position: 5,
            created: 50,
        };
        let first = Bounds::new(&page(None), created, None);
        assert!(first.by_creation && first.newest_first);
        assert_eq!((first.from, first.above), (10, i64::MIN));
        assert_eq!((first.to, first.below), (90, i64::MAX));
        let after = page(Some(Cursor::StartingAfter("x".into())));
        let onwards = Bounds::new(&after, created, Some(place));
        assert_eq!((onwards.to, onwards.below), (50, 5));
        let outside = Place {
            created: 95,
            ..place
        };
        let onwards = Bounds::new(&after, created, Some(outside));
        assert_eq!((onwards.to, onwards.below), (90, i64::MAX));
    }

    #[test]
    fn who_pages_towards_the_newest_goes_by_position() {
        let created = CreatedRange {
            gte: Some(10),
            ..CreatedRange::default()
        };
        let before = page(Some(Cursor::EndingBefore("x".into())));
        let at = |created| Place {
            position: 5,
            created,
        };
        assert!(!Bounds::new(&before, created, Some(at(10))).by_creation);
        // The way from there to the time asked for may be long.
        assert!(Bounds::new(&before, created, Some(at(9))).by_creation);
    }
}
