/// The [`store::paging::Bounds`] of a page of a table, its cursor looked up within the scope.
/// `and` narrows what can be a cursor.
macro_rules! bounds {
    ($unit:expr, $scope:expr, $page:expr, $created:expr, $table:tt $(, and $condition:tt)?) => {{
        let place = match store::paging::cursor_id($page) {
            None => None,
            Some(id) => {
                let (account, mode) = ($scope.account.as_str(), $scope.mode.as_str());
                let found = sqlx::query_as!(
                    store::paging::Place,
                    "SELECT position, created FROM " + $table
                        + " WHERE id = $1 AND account = $2 AND mode = $3" $(+ " AND " + $condition)?,
                    id,
                    account,
                    mode
                )
                .fetch_optional($unit.connection())
                .await
                .map_err(crate::failure::failure)?;
                Some(found.ok_or(store::StoreError::UnknownCursor)?)
            }
        };
        store::paging::Bounds::new($page, $created, place)
    }};
}

/// Runs a repository's `list!([conditions], [order])` in the page's order and direction of travel.
///
/// A column that the list is narrowed to (`column is value`) is part of range and order: then no index
/// but the one that begins with it has the rows in their order. Were it a condition of its own, the
/// server could walk all rows of the scope instead, not knowing how rare a value is. The sum keeps it
/// from an index on `created` that would have to be sorted.
macro_rules! travel {
    ($bounds:expr, $list:ident) => {
        travel!($bounds, $list, where "TRUE")
    };
    ($bounds:expr, $list:ident, where $condition:tt) => {
        match ($bounds.by_creation, $bounds.newest_first) {
            (false, true) => $list!(
                [$condition " AND position > $3 AND position < $4 AND created + 0 BETWEEN $6 AND $7"],
                ["position DESC"]
            ),
            (false, false) => $list!(
                [$condition " AND position > $3 AND position < $4 AND created + 0 BETWEEN $6 AND $7"],
                ["position ASC"]
            ),
            (true, true) => $list!(
                [$condition " AND (created, position) > ($6, $3) AND (created, position) < ($7, $4)"],
                ["created DESC, position DESC"]
            ),
            (true, false) => $list!(
                [$condition " AND (created, position) > ($6, $3) AND (created, position) < ($7, $4)"],
                ["created ASC, position ASC"]
            ),
        }
    };
    ($bounds:expr, $list:ident, $column:tt is $value:tt) => {
        match ($bounds.by_creation, $bounds.newest_first) {
            (false, true) => $list!(
                [$column " IS NOT NULL AND created + 0 BETWEEN $6 AND $7 AND ("
                    $column ", position) > (" $value ", $3) AND ("
                    $column ", position) < (" $value ", $4)"],
                [$column " DESC, position DESC"]
            ),
            (false, false) => $list!(
                [$column " IS NOT NULL AND created + 0 BETWEEN $6 AND $7 AND ("
                    $column ", position) > (" $value ", $3) AND ("
                    $column ", position) < (" $value ", $4)"],
                [$column " ASC, position ASC"]
            ),
            (true, true) => $list!(
                [$column " IS NOT NULL AND ("
                    $column ", created, position) > (" $value ", $6, $3) AND ("
                    $column ", created, position) < (" $value ", $7, $4)"],
                [$column " DESC, created DESC, position DESC"]
            ),
            (true, false) => $list!(
                [$column " IS NOT NULL AND ("
                    $column ", created, position) > (" $value ", $6, $3) AND ("
                    $column ", created, position) < (" $value ", $7, $4)"],
                [$column " ASC, created ASC, position ASC"]
            ),
        }
    };
}
