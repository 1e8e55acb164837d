//! What comes in: the options. What goes out: a table of how long `cargo check` takes for an empty crate with the
//! dependencies of each contender, into an empty target folder, the sources being downloaded.

use crate::contenders::strum_enumset;
use crate::measure::{self, Mode};
use crate::options::Options;
use crate::report::{self, Row};
use crate::scratch::{Package, Scratch, Source};

const RUNS: usize = 3;
const SERDE: &str = "serde = { version = \"1.0\", features = [\"derive\"] }\n";

pub fn run(scratch: &Scratch, options: &Options) -> Result<(), String> {
    let contenders = [
        ("ours", scratch.library("")),
        ("ours-serde", scratch.library(", features = [\"serde\"]")),
        ("strum-enumset", strum_enumset::DEPENDENCIES.to_owned()),
        ("strum-enumset-serde", strum_enumset::DEPENDENCIES.to_owned() + SERDE),
    ];
    let packages: Vec<Package> = contenders
        .iter()
        .map(|(name, dependencies)| {
            scratch.write(&Source {
                name: format!("dependencies-{name}"),
                dependencies: dependencies.clone(),
                lib: String::new(),
                beside: None,
            })
        })
        .collect::<Result<_, _>>()?;
    for package in &packages {
        measure::fetch(package)?;
    }
    let runs = options.runs.unwrap_or(RUNS);
    let times = measure::round_robin(&packages, runs, |package| {
        let target = scratch.fresh_target()?;
        measure::cold(package, Mode::Check, target.path())
    })?;
    let rows: Vec<Row> = contenders.iter().zip(&times).map(|((name, _), times)| Row { name, times }).collect();
    report::print("\n## The dependencies alone\n")?;
    report::ratios(&format!("`{}` into an empty target folder, runs: {runs}", Mode::Check.title()), &rows, 2)
}
