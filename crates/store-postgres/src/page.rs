/// The [`store::paging::Bounds`] of a page of a table, its cursor looked up within the scope.
/// `and` narrows what can be a cursor.
macro_rules! bounds {
    ($unit:expr, $scope:expr, $page:expr, $table:tt $(, and $condition:tt)?) => {{
        let position = match store::paging::cursor_id($page) {
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
                .map_err(crate::failure::failure)?;
                Some(found.ok_or(store::StoreError::UnknownCursor)?)
            }
        };
        store::paging::Bounds::new($page, position)
    }};
}
