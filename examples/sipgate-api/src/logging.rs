//! The log, on standard error: standard output is for the lines that a newcomer pastes.

use std::io;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Begins to log: what `RUST_LOG` says, such as `debug` or `sipgate_api=debug,tower_http=info`, else warnings and one
/// line a request.
///
/// # Errors
/// A `RUST_LOG` that cannot be read, or a program that logs already.
pub fn start() -> Result<(), String> {
    let targets = match std::env::var("RUST_LOG") {
        Ok(text) if !text.is_empty() => text.parse().map_err(|error| format!("RUST_LOG cannot be read: {error}"))?,
        _ => Targets::new().with_default(LevelFilter::WARN).with_target("sipgate_api", LevelFilter::INFO),
    };
    let lines = tracing_subscriber::fmt::layer().with_writer(io::stderr);
    tracing_subscriber::registry().with(lines).with(targets).try_init().map_err(|error| error.to_string())
}
