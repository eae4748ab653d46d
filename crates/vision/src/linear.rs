/// Solves as many linear equations as there are unknowns; the right side is each row's last number. `None` where
/// they don't say one answer. Gauss and Jordan's elimination, with the largest pivot of each column.
pub(crate) fn solve<const COUNT: usize, const WIDTH: usize>(
    mut rows: [[f64; WIDTH]; COUNT],
) -> Option<[f64; COUNT]> {
    const { assert!(WIDTH == COUNT + 1) };
    for column in 0..COUNT {
        let pivot = (column..COUNT)
            .max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))?;
        rows.swap(column, pivot);
        let lead = rows[column][column];
        if lead.abs() < 1e-9 {
            return None;
        }
        for value in &mut rows[column] {
            *value /= lead;
        }
        let pivot_row = rows[column];
        for (at, row) in rows.iter_mut().enumerate() {
            if at != column {
                let factor = row[column];
                for (value, lead) in row.iter_mut().zip(pivot_row) {
                    *value -= factor * lead;
                }
            }
        }
    }
    Some(rows.map(|row| row[COUNT]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved_where_they_can_be() {
        assert_eq!(solve([[0.0, 2.0, 4.0], [1.0, 1.0, 5.0]]), Some([3.0, 2.0]));
        assert_eq!(solve([[1.0, 1.0, 4.0], [2.0, 2.0, 8.0]]), None);
    }
}
