//! What comes in: times by contender and run. What goes out: Markdown on standard output.

use std::io::{self, Write};

use crate::measure::Time;

/// A contender's times, in the order of the runs.
pub struct Row<'a> {
    pub name: &'a str,
    pub times: &'a [Time],
}

/// Prints the median of each row and, for the first `ours` rows, the median of the ratios to each further row, run by
/// run, with the smallest and the largest.
pub fn ratios(title: &str, rows: &[Row], ours: usize) -> Result<(), String> {
    let mut text = format!("\n### {title}\n\n| contender | wall s | CPU s |");
    for row in &rows[..ours] {
        text += &format!(" wall, `{0}` ÷ it | CPU, `{0}` ÷ it |", row.name);
    }
    text += &format!("\n|---|--:|--:|{}\n", "--:|--:|".repeat(ours));
    for (index, row) in rows.iter().enumerate() {
        text += &format!("| `{}` | {:.3} | {:.3} |", row.name, median(row, wall), median(row, cpu));
        for our in &rows[..ours] {
            text += &if index < ours {
                " | |".to_owned()
            } else {
                format!(" {} | {} |", ratio(our, row, wall), ratio(our, row, cpu))
            };
        }
        text += "\n";
    }
    print(&text)
}

pub fn print(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| format!("standard output: {error}"))
}

pub fn wall(time: &Time) -> f64 {
    time.wall
}

pub fn cpu(time: &Time) -> f64 {
    time.cpu
}

pub fn median(row: &Row, of: fn(&Time) -> f64) -> f64 {
    middle(&sorted(row.times.iter().map(of)))
}

fn ratio(our: &Row, row: &Row, of: fn(&Time) -> f64) -> String {
    let ratios = sorted(our.times.iter().zip(row.times).map(|(our, other)| of(our) / of(other)));
    format!("{:.2} ({:.2}–{:.2})", middle(&ratios), ratios[0], ratios[ratios.len() - 1])
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// The median of sorted numbers.
fn middle(sorted: &[f64]) -> f64 {
    let upper = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[upper] } else { f64::midpoint(sorted[upper - 1], sorted[upper]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assert!((middle(&sorted([4.0, 1.0, 3.0, 2.0].into_iter())) - 2.5).abs() < 1e-9);
        assert!((middle(&sorted([3.0, 1.0, 2.0].into_iter())) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn ratios_are_taken_run_by_run() {
        let times = |walls: [f64; 3]| walls.map(|wall| Time { wall, cpu: wall });
        let (ours, other) = (times([1.0, 4.0, 9.0]), times([2.0, 4.0, 3.0]));
        let [ours, other] = [&ours, &other].map(|times| Row { name: "", times });
        assert_eq!(ratio(&ours, &other, wall), "1.00 (0.50–3.00)");
    }
}
