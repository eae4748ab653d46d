//! Connected areas of a probability map.

use observation::Point;

/// One 8-connected area above the threshold.
pub(super) struct Component {
    /// Corners of its outermost pixels in each row: enough for the convex hull.
    pub(super) outline: Vec<Point>,
    /// Mean of the map over the area.
    pub(super) score: f32,
}

/// All areas of at least `least` pixels where the row-major map is above `threshold`.
pub(super) fn components(
    map: &[f32],
    width: usize,
    threshold: f32,
    least: usize,
) -> Vec<Component> {
    let mut seen = vec![false; map.len()];
    let mut found = Vec::new();
    let mut stack = Vec::new();
    let mut area = Vec::new();
    for start in 0..map.len() {
        if seen[start] || map[start] <= threshold {
            continue;
        }
        area.clear();
        seen[start] = true;
        stack.push(start);
        while let Some(at) = stack.pop() {
            area.push(at);
            let (x, y) = (at % width, at / width);
            let last_row = (map.len() / width - 1).min(y + 1);
            for row in y.saturating_sub(1)..=last_row {
                for column in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                    let next = row * width + column;
                    if !seen[next] && map[next] > threshold {
                        seen[next] = true;
                        stack.push(next);
                    }
                }
            }
        }
        if area.len() >= least {
            found.push(component(map, width, &area));
        }
    }
    found
}

fn component(map: &[f32], width: usize, area: &[usize]) -> Component {
    let top = area.iter().map(|at| at / width).min().unwrap_or(0);
    let bottom = area.iter().map(|at| at / width).max().unwrap_or(0);
    let mut ends = vec![(usize::MAX, 0); bottom - top + 1];
    for at in area {
        let end = &mut ends[at / width - top];
        *end = (end.0.min(at % width), end.1.max(at % width + 1));
    }
    let outline = ends
        .into_iter()
        .enumerate()
        .flat_map(|(row, (left, right))| {
            let (above, below) = ((top + row) as f32, (top + row + 1) as f32);
            let (left, right) = (left as f32, right as f32);
            [(left, above), (left, below), (right, above), (right, below)]
        })
        .map(|(x, y)| Point { x, y })
        .collect();
    let sum: f32 = area.iter().map(|&at| map[at]).sum();
    Component {
        outline,
        score: sum / area.len() as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagonal_neighbours_belong_together_and_specks_do_not_count() {
        #[rustfmt::skip]
        let map = [
            0.9, 0.0, 0.0, 0.0, 0.0,
            0.0, 0.8, 0.7, 0.0, 0.0,
            0.0, 0.0, 0.0, 0.0, 0.9,
        ];
        let found = components(&map, 5, 0.3, 2);
        assert_eq!(found.len(), 1);
        assert!((found[0].score - 0.8).abs() < 1e-6);
        let right = found[0]
            .outline
            .iter()
            .map(|point| point.x)
            .fold(0.0, f32::max);
        assert_eq!(right, 3.0);
    }

    #[test]
    fn an_empty_map_has_none() {
        assert!(components(&[0.0; 12], 4, 0.3, 1).is_empty());
    }
}
