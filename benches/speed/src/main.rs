//! The table of ratios: what comes in is criterion's folder, what goes out a Markdown table on standard output.
//!
//! An argument names the folder; without one it is this workspace's `target/criterion`. Groups and contenders without
//! estimates are told on standard error, and the exit code is then 1.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde_json::Value;
use speed::plan;

/// A contender's median.
struct Measured {
    contender: String,
    nanoseconds_per_element: f64,
}

fn main() -> ExitCode {
    let this = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = env::args_os().nth(1).map_or_else(|| this.join("../target/criterion"), PathBuf::from);
    let mut missing = Vec::new();
    println!("| group | contender | median, ns per element | ours / contender |\n|---|---|---:|---:|");
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
    let entries = fs::read_dir(group).map_err(|error| error.to_string())?;
    let mut contenders = Vec::new();
    for entry in entries {
        let folder = entry.map_err(|error| error.to_string())?.path();
        if folder.file_name().is_some_and(|name| name == "report") {
            continue;
        }
        match contender(&folder.join("new")) {
            Ok(contender) => contenders.push(contender),
            Err(error) => missing.push(error),
        }
    }
    contenders.sort_by(|left, right| left.nanoseconds_per_element.total_cmp(&right.nanoseconds_per_element));
    Ok(contenders)
}

/// What criterion wrote of one contender.
fn contender(folder: &Path) -> Result<Measured, String> {
    let benchmark = json(&folder.join("benchmark.json"))?;
    let estimates = json(&folder.join("estimates.json"))?;
    let contender = benchmark["function_id"].as_str();
    let elements = benchmark["throughput"]["Elements"].as_f64();
    let median = estimates["median"]["point_estimate"].as_f64();
    match (contender, elements, median) {
        (Some(contender), Some(elements), Some(median)) => {
            Ok(Measured { contender: contender.to_owned(), nanoseconds_per_element: median / elements })
        }
        _ => Err(format!("{}: no name, throughput or median", folder.display())),
    }
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
    for Measured { contender, nanoseconds_per_element } in contenders {
        let ratio = |ours: &Measured| format!("{:.2}", ours.nanoseconds_per_element / nanoseconds_per_element);
        let ratio = ours.map_or_else(|| "–".to_owned(), ratio);
        println!("| {group} | {contender} | {nanoseconds_per_element:.2} | {ratio} |");
    }
}
