//! What comes in: the options. What goes out: for each size and command a table of how long each contender's crate
//! takes alone, its dependencies being built.

use crate::contenders;
use crate::measure::{self, Mode};
use crate::options::Options;
use crate::report::{self, Row};
use crate::scratch::{Package, Scratch};

const SIZES: [usize; 4] = [102, 1000, 5000, 10000];

pub fn run(scratch: &Scratch, options: &Options) -> Result<(), String> {
    report::print("\n## A crate with a catalogue, its dependencies being built\n")?;
    for &size in options.sizes.as_deref().unwrap_or(&SIZES) {
        let packages: Vec<Package> =
            contenders::all(scratch, size).iter().map(|source| scratch.write(source)).collect::<Result<_, _>>()?;
        let runs = options.runs.unwrap_or_else(|| runs(size));
        for mode in [Mode::Check, Mode::Release] {
            if options.only.is_none_or(|only| only == mode) {
                compare(scratch, &packages, size, mode, runs)?;
            }
        }
    }
    Ok(())
}

fn compare(scratch: &Scratch, packages: &[Package], size: usize, mode: Mode, runs: usize) -> Result<(), String> {
    let target = scratch.target();
    for package in packages {
        measure::prepare(package, mode, &target)?;
    }
    let times = measure::round_robin(packages, runs, |package| measure::again(package, mode, &target))?;
    let rows: Vec<Row> = contenders::NAMES.into_iter().zip(&times).map(|(name, times)| Row { name, times }).collect();
    report::ratios(&format!("{size} scopes, `{}`, runs: {runs}", mode.title()), &rows, 1)
}

fn runs(size: usize) -> usize {
    match size {
        0..=102 => 7,
        103..=1000 => 5,
        _ => 3,
    }
}
