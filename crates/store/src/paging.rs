//! How lists are cut into pages by position, whichever database holds the rows.

use crate::{Cursor, Listing, Page, StoreError};

/// The part of a table that a page is cut from, in positions, both ends excluded.
pub struct Bounds {
    /// The page holds what is newer than this.
    pub above: i64,
    /// The page holds what is older than this.
    pub below: i64,
    /// Whether rows come from the newest to the oldest.
    pub newest_first: bool,
    /// One row more than the page holds, to see whether there is more.
    pub rows: i64,
}

impl Bounds {
    /// The bounds of a page whose cursor lies at the position `cursor`.
    pub fn new(page: &Page, cursor: Option<i64>) -> Self {
        let position = cursor.unwrap_or(i64::MAX);
        let newer = matches!(page.cursor, Some(Cursor::EndingBefore(_)));
        Self {
            above: if newer { position } else { i64::MIN },
            below: if newer { i64::MAX } else { position },
            newest_first: !newer,
            rows: i64::from(page.limit) + 1,
        }
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

/// Runs a repository's `list!(driver, order)` in the page's direction of travel. The driver is the
/// condition whose index finds the rows.
#[macro_export]
macro_rules! travel {
    ($bounds:expr, $list:ident, $driver:tt) => {
        if $bounds.newest_first {
            $list!($driver, "DESC")
        } else {
            $list!($driver, "ASC")
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(cursor: Option<Cursor>) -> Page {
        Page { limit: 2, cursor }
    }

    #[test]
    fn rows_in_the_order_of_travel_become_a_page_newest_first() {
        let onwards = Bounds::new(&page(None), None);
        let listing = onwards.listing(vec![9, 8, 7], Ok).unwrap();
        assert_eq!((listing.items, listing.has_more), (vec![9, 8], true));

        let back = Bounds::new(&page(Some(Cursor::EndingBefore("x".into()))), Some(5));
        assert_eq!((back.above, back.below), (5, i64::MAX));
        let listing = back.listing(vec![6, 7], Ok).unwrap();
        assert_eq!((listing.items, listing.has_more), (vec![7, 6], false));
    }
}
