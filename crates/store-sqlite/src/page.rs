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
                    "SELECT position AS 'position!', created FROM " + $table
                        + " WHERE id = $1 AND account = $2 AND mode = $3" $(+ " AND " + $condition)?,
                    id,
                    account,
                    mode
                )
                .fetch_optional($unit.connection().await?)
                .await
                .map_err($crate::failure::failure)?;
                Some(found.ok_or(store::StoreError::UnknownCursor)?)
            }
        };
        store::paging::Bounds::new($page, $created, place)
    }};
}

/// Runs a repository's `list!(driver, range, order)` in the page's order and direction of travel.
/// The driver is the condition whose index finds the rows; the `+` keeps the planner from an index
/// on `created` that would have to be sorted.
macro_rules! travel {
    ($bounds:expr, $list:ident, $driver:tt) => {
        match ($bounds.by_creation, $bounds.newest_first) {
            (false, true) => $list!(
                $driver,
                "position > $3 AND position < $4 AND +created BETWEEN $6 AND $7",
                "position DESC"
            ),
            (false, false) => $list!(
                $driver,
                "position > $3 AND position < $4 AND +created BETWEEN $6 AND $7",
                "position ASC"
            ),
            (true, true) => $list!(
                $driver,
                "(created, position) > ($6, $3) AND (created, position) < ($7, $4)",
                "created DESC, position DESC"
            ),
            (true, false) => $list!(
                $driver,
                "(created, position) > ($6, $3) AND (created, position) < ($7, $4)",
                "created ASC, position ASC"
            ),
        }
    };
}
