//! What enforcement adds to the latency of a router: the same routes are served on loopback with and without it, and a
//! client asks over a connection that stays open.
//!
//! Four routers behind one door take turns request by request, so that what slows the machine down slows all of them: one
//! that authenticates and enforces the endpoints; one that authenticates alone; one that does neither, and that one once
//! more: what the two differ by is noise. An argument is the number of rounds (11), a second one the requests of each
//! router in a round (10,000). Where the median of what enforcement adds is above the bound, the exit code is 1.

mod client;
mod server;

use std::env;
use std::process::ExitCode;

use client::Client;

/// What enforcement may add.
const BOUND: f64 = 1.02;

/// With both, with authentication alone, with neither, and with neither once more.
const ROUTERS: usize = 4;

fn main() -> ExitCode {
    match measure() {
        Ok(is_met) => ExitCode::from(u8::from(!is_met)),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn measure() -> Result<bool, String> {
    let mut arguments = env::args().skip(1).map(|argument| argument.parse::<usize>());
    let mut argument = |default| arguments.next().unwrap_or(Ok(default)).map_err(|error| error.to_string());
    let (rounds, requests) = (argument(11)?.max(1), argument(10_000)?.max(1));
    let connect = || Client::connect(server::start()?, ROUTERS);
    let mut client = connect().map_err(|error| error.to_string())?;
    run(&mut client, 2_000).map_err(|error| error.to_string())?;

    println!("| round | neither, µs | both ÷ authentication alone | both ÷ neither | neither ÷ neither |");
    println!("|---|--:|--:|--:|--:|");
    let mut columns = [const { Vec::new() }; 3];
    for round in 1..=rounds {
        let medians = run(&mut client, requests).map_err(|error| error.to_string())?;
        let [both, authenticated, neither, again] = medians[..] else {
            return Err("four servers are measured".to_owned());
        };
        let ratios = [both / authenticated, both / neither, again / neither];
        println!("| {round} | {:.1} | {:.4} | {:.4} | {:.4} |", neither / 1000.0, ratios[0], ratios[1], ratios[2]);
        columns.iter_mut().zip(ratios).for_each(|(column, ratio)| column.push(ratio));
    }
    let [enforcement, all, noise] = columns.each_mut().map(|column| median(column));
    println!("| median | | {enforcement:.4} | {all:.4} | {noise:.4} |");
    Ok(enforcement < BOUND)
}

/// Asks each in turn, first one and then another at the start, and gives the median of each in nanoseconds.
fn run(client: &mut Client, requests: usize) -> std::io::Result<[f64; ROUTERS]> {
    let mut times = [const { Vec::new() }; ROUTERS];
    for turn in 0..requests {
        for place in 0..ROUTERS {
            // Every other turn backwards, so that no router always follows the same other one.
            let place = if turn % 2 == 0 { place } else { ROUTERS - 1 - place };
            let which = (turn / 2 + place) % ROUTERS;
            times[which].push(client.ask(which)?.as_secs_f64() * 1e9);
        }
    }
    Ok(times.each_mut().map(|times| median(times)))
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
