//! What comes in: the options. What goes out: a table of how long one literal takes, in a crate downstream of a
//! catalogue: the difference between a crate with [`USES`] literals and one without any, divided by that number.
//!
//! It holds a hundredth of what the first literal takes alone: loading the macros.

use crate::contenders::ours;
use crate::measure::{self, Mode, Time};
use crate::names::{self, Made};
use crate::options::Options;
use crate::report::{self, Row, cpu, median, wall};
use crate::scratch::{Package, Scratch, Source};

const SIZES: [usize; 2] = [102, 5000];
const RUNS: usize = 11;
const USES: usize = 100;

pub fn run(scratch: &Scratch, options: &Options) -> Result<(), String> {
    let runs = options.runs.unwrap_or(RUNS);
    let sizes = options.sizes.as_deref().unwrap_or(&SIZES);
    let mut packages = Vec::new();
    for &size in sizes {
        packages.extend(pair(scratch, size)?);
    }
    let target = scratch.target();
    for package in &packages {
        measure::prepare(package, Mode::Check, &target)?;
    }
    let times = measure::round_robin(&packages, runs, |package| measure::again(package, Mode::Check, &target))?;

    let mut text = format!("\n## One literal in a crate downstream, `cargo check`, runs: {runs}\n\n");
    text += &format!("| scopes | none: wall s | {USES}: wall s | one literal: wall ms | one literal: CPU ms |\n");
    text += "|--:|--:|--:|--:|--:|\n";
    for (size, times) in sizes.iter().zip(times.chunks(2)) {
        text += &line(*size, &times[0], &times[1]);
    }
    report::print(&text)
}

/// Two crates downstream of one catalogue, without literals and with.
fn pair(scratch: &Scratch, size: usize) -> Result<[Package; 2], String> {
    let scopes = names::scopes(size);
    let catalogue = scratch.write(&ours::source(scratch, format!("catalogue-{size}"), &scopes))?;
    let downstream = |uses: usize| {
        scratch.write(&Source {
            name: format!("downstream-{size}-{uses}"),
            dependencies: format!("catalogue = {{ package = {:?}, path = {:?} }}\n", catalogue.name, catalogue.folder),
            lib: lib(&scopes, uses),
            beside: None,
        })
    };
    Ok([downstream(0)?, downstream(USES)?])
}

/// A table of literals that are spread over the catalogue.
fn lib(scopes: &[Made], uses: usize) -> String {
    let import = if uses == 0 { "Scope" } else { "{Marker, Scope}" };
    let head = format!("use catalogue::{import};\n\npub static USED: [Scope; {uses}] = [\n");
    let spread = (0..uses).map(|index| &scopes[index * scopes.len() / uses]);
    spread.fold(head, |text, scope| text + &format!("    Marker!({:?}),\n", scope.name)) + "];\n"
}

fn line(size: usize, none: &[Time], many: &[Time]) -> String {
    let [none, many] = [Row { name: "none", times: none }, Row { name: "many", times: many }];
    let one = |of| (median(&many, of) - median(&none, of)) * 1000.0 / USES as f64;
    let [without, with] = [&none, &many].map(|row| median(row, wall));
    format!("| {size} | {without:.3} | {with:.3} | {:.3} | {:.3} |\n", one(wall), one(cpu))
}
