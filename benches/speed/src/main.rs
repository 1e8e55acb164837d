//! The table of ratios: what comes in is criterion's folder, what goes out a Markdown table on standard output.
//!
//! Another program on the same core makes a round slower and never faster, so the first ratio is that of each one's
//! fastest round; the second is the median of the ratios within a round, with the smallest and the largest.
//!
//! An argument names the folder; without one it is this workspace's `target/criterion`. Groups and contenders without
//! estimates are told on standard error, and the exit code is then 1.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde_json::Value;
use speed::plan;

/// A contender's medians, by round, in nanoseconds of an element.
struct Measured {
    contender: String,
    rounds: Vec<f64>,
}

fn main() -> ExitCode {
    let this = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = env::args_os().nth(1).map_or_else(|| this.join("../target/criterion"), PathBuf::from);
    let mut missing = Vec::new();
    println!("| group | contender | ns per element, fastest round | ours / contender | round by round |");
    println!("|---|---|---:|---:|---:|");
    for group in plan::groups() {
        match measured(&folder.join(plan::folder(&group)), &mut missing) {
            Ok(contenders) => print_group(&group, &contenders, &mut missing),
            Err(error) => missing.push(format!("{group}: {error}")),
        }
    }
    for what in &missing {
        eprintln!("missing: {what}");
    }
    ExitCode::from(u8::from(!missing.is_empty()))
}

/// The contenders of a group, fastest first.
fn measured(group: &Path, missing: &mut Vec<String>) -> Result<Vec<Measured>, String> {
    let mut contenders = Vec::new();
    for entry in fs::read_dir(group).map_err(|error| error.to_string())? {
        let folder = entry.map_err(|error| error.to_string())?.path();
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name == "report" {
            continue;
        }
        let rounds = (0..plan::ROUNDS).map(|round| median_of_element(&folder.join(round.to_string()).join("new")));
        match rounds.collect::<Result<_, _>>() {
            Ok(rounds) => contenders.push(Measured { contender: name, rounds }),
            Err(error) => missing.push(error),
        }
    }
    contenders.sort_by(|left, right| fastest(&left.rounds).total_cmp(&fastest(&right.rounds)));
    Ok(contenders)
}

/// What criterion wrote of one contender in one round.
fn median_of_element(folder: &Path) -> Result<f64, String> {
    let elements = json(&folder.join("benchmark.json"))?["throughput"]["Elements"].as_f64();
    let median = json(&folder.join("estimates.json"))?["median"]["point_estimate"].as_f64();
    let of_element = median.zip(elements).map(|(median, elements)| median / elements);
    of_element.ok_or_else(|| format!("{}: no throughput or median", folder.display()))
}

fn json(file: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}

fn print_group(group: &str, contenders: &[Measured], missing: &mut Vec<String>) {
    let ours = contenders.iter().find(|measured| measured.contender == plan::OURS);
    if ours.is_none() {
        missing.push(format!("{group}: {}", plan::OURS));
    }
    for Measured { contender, rounds } in contenders {
        let ratio = ours.map_or_else(|| "– | –".to_owned(), |ours| ratio(&ours.rounds, rounds));
        println!("| {group} | {contender} | {:.2} | {ratio} |", fastest(rounds));
    }
}

/// That of the fastest rounds, and those round by round.
fn ratio(ours: &[f64], other: &[f64]) -> String {
    let ratios = sorted(ours.iter().zip(other).map(|(ours, other)| ours / other));
    let of_fastest = fastest(ours) / fastest(other);
    format!("{of_fastest:.2} | {:.2} ({:.2}–{:.2})", median(&ratios), ratios[0], ratios[ratios.len() - 1])
}

fn fastest(rounds: &[f64]) -> f64 {
    rounds.iter().copied().fold(f64::INFINITY, f64::min)
}

/// Of an odd number.
fn median(numbers: &[f64]) -> f64 {
    sorted(numbers.iter().copied())[numbers.len() / 2]
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

#[cfg(test)]
mod tests {
    use super::ratio;

    #[test]
    fn ratios_are_those_of_the_fastest_rounds_and_within_a_round() {
        assert_eq!(ratio(&[1.0, 4.0, 9.0], &[2.0, 4.0, 3.0]), "0.50 | 1.00 (0.50–3.00)");
    }
}
