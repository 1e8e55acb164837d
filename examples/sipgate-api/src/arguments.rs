//! The arguments of the program.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use sipgate_api::Data;

/// A server with sipgate's endpoints, protected by scopes from a manifest. A demonstration: nothing is sent or called.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    /// The port on 127.0.0.1; 0 takes any that is free.
    #[arg(long, default_value_t = 8087)]
    pub(crate) port: u16,

    /// A SQLite file that keeps the data, made if it is not there; without it they live in memory.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Prints which endpoints a token may call and what it lacks for the others. Starts no server.
    Table {
        /// The scope string of a token, in quotes; an example if there is none.
        #[arg(value_name = "SCOPE SCOPE …")]
        scopes: Vec<OsString>,
    },
}

impl Arguments {
    /// Where the data live.
    pub(crate) fn data(&self) -> Data {
        self.data.clone().map_or(Data::Memory, Data::File)
    }
}
