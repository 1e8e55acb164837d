//! What comes in: the options. What goes out: a table of how long literals take, in crates downstream of a catalogue
//! that differ in how many they have. The first loads the macros; what each further one takes is the difference
//! between a crate with many and a crate with one, divided by how many more there are.

use crate::contenders::ours;
use crate::measure::{self, Mode, Time};
use crate::names::{self, Made};
use crate::options::Options;
use crate::report::{self, Row, cpu, median, wall};
use crate::scratch::{Package, Scratch, Source};

const SIZES: [usize; 2] = [102, 5000];
const RUNS: usize = 11;
/// How many literals each crate has.
const USES: [usize; 4] = [0, 1, 101, 1001];

pub fn run(scratch: &Scratch, options: &Options) -> Result<(), String> {
    let runs = options.runs.unwrap_or(RUNS);
    let sizes = options.sizes.as_deref().unwrap_or(&SIZES);
    let mut packages = Vec::new();
    for &size in sizes {
        packages.extend(downstream(scratch, size)?);
    }
    let target = scratch.target();
    for package in &packages {
        measure::prepare(package, Mode::Check, &target)?;
    }
    let times = measure::round_robin(&packages, runs, |package| measure::again(package, Mode::Check, &target))?;

    let mut text = format!("\n## One literal in a crate downstream, `cargo check`, runs: {runs}\n\n");
    text += "| scopes | no literal: wall s | the first: wall ms | one of 100 more: wall ms ";
    text += "| one of 1,000 more: wall ms | CPU ms |\n";
    text += "|--:|--:|--:|--:|--:|--:|\n";
    for (size, times) in sizes.iter().zip(times.chunks(USES.len())) {
        text += &line(*size, times);
    }
    report::print(&text)
}

/// The crates downstream of one catalogue.
fn downstream(scratch: &Scratch, size: usize) -> Result<Vec<Package>, String> {
    let scopes = names::scopes(size);
    let catalogue = scratch.write(&ours::source(scratch, format!("catalogue-{size}"), &scopes))?;
    let with = |uses: usize| {
        scratch.write(&Source {
            name: format!("downstream-{size}-{uses}"),
            dependencies: format!("catalogue = {{ package = {:?}, path = {:?} }}\n", catalogue.name, catalogue.folder),
            lib: lib(&scopes, uses),
            beside: None,
        })
    };
    USES.into_iter().map(with).collect()
}

/// A table of literals that are spread over the catalogue.
fn lib(scopes: &[Made], uses: usize) -> String {
    let import = if uses == 0 { "Scope" } else { "{Marker, Scope}" };
    let head = format!("use catalogue::{import};\n\npub static USED: [Scope; {uses}] = [\n");
    let spread = (0..uses).map(|index| &scopes[index * scopes.len() / uses]);
    spread.fold(head, |text, scope| text + &format!("    Marker!({:?}),\n", scope.name)) + "];\n"
}

fn line(size: usize, times: &[Vec<Time>]) -> String {
    let row = |place: usize| Row { name: "", times: &times[place] };
    let one = |few: usize, many: usize, of| {
        let more = USES[many] - USES[few];
        (median(&row(many), of) - median(&row(few), of)) * 1000.0 / more as f64
    };
    format!(
        "| {size} | {:.3} | {:.1} | {:.3} | {:.3} | {:.3} |\n",
        median(&row(0), wall),
        one(0, 1, wall),
        one(1, 2, wall),
        one(1, 3, wall),
        one(1, 3, cpu)
    )
}
