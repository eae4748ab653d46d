use store::{Cursor, Listing, Page, StoreError};

/// The part of a table that a page is cut from, in positions, both ends excluded.
pub(crate) struct Bounds {
    pub(crate) above: i64,
    pub(crate) below: i64,
    pub(crate) newest_first: bool,
    /// One row more than the page holds, to see whether there is more.
    pub(crate) rows: i64,
}

impl Bounds {
    pub(crate) fn new(page: &Page, cursor: Option<i64>) -> Self {
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
    pub(crate) fn listing<R, T>(
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
pub(crate) fn cursor_id(page: &Page) -> Option<&str> {
    match &page.cursor {
        Some(Cursor::StartingAfter(id) | Cursor::EndingBefore(id)) => Some(id),
        None => None,
    }
}

/// The [`Bounds`] of a page of a table, its cursor looked up within the scope.
/// `and` narrows what can be a cursor.
macro_rules! bounds {
    ($unit:expr, $scope:expr, $page:expr, $table:tt $(, and $condition:tt)?) => {{
        let position = match $crate::page::cursor_id($page) {
            None => None,
            Some(id) => {
                let (account, mode) = ($scope.account.as_str(), $scope.mode.as_str());
                let found = sqlx::query_scalar!(
                    "SELECT position FROM " + $table
                        + " WHERE id = $1 AND account = $2 AND mode = $3" $(+ " AND " + $condition)?,
                    id,
                    account,
                    mode
                )
                .fetch_optional($unit.connection())
                .await
                .map_err(store::StoreError::database)?;
                Some(found.ok_or(store::StoreError::UnknownCursor)?)
            }
        };
        $crate::page::Bounds::new($page, position)
    }};
}

/// Runs a repository's `list!(driver, order)` in the page's direction of travel. The driver is the
/// condition whose index finds the rows.
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
