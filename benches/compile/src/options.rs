//! What comes in: the arguments of the command line. What goes out: [`Options`], or why they are refused.

use std::path::{Path, PathBuf};

use crate::measure::Mode;

pub const USAGE: &str = "\
usage: compile derive|literals|dependencies|all [option …]

  derive        a crate with a catalogue, beside strum with enumset and hand-written tables
  literals      one literal in a crate downstream of a catalogue
  dependencies  the dependencies alone, into an empty target folder

  --runs N              measured runs (derive: 7 for up to 102 scopes, 5 for up to 1000, else 3; literals 11;
                        dependencies 3)
  --sizes N,N,…         how many scopes (derive: 102,1000,5000,10000; literals: 102,5000)
  --only check|release  one of derive's two commands
  --library PATH        the checkout that is measured, by default the one that this package is in";

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Subcommand {
    Derive,
    Literals,
    Dependencies,
    All,
}

pub struct Options {
    pub subcommand: Subcommand,
    pub runs: Option<usize>,
    pub sizes: Option<Vec<usize>>,
    pub only: Option<Mode>,
    pub library: PathBuf,
}

impl Options {
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let subcommand = match arguments.next().as_deref() {
            Some("derive") => Subcommand::Derive,
            Some("literals") => Subcommand::Literals,
            Some("dependencies") => Subcommand::Dependencies,
            Some("all") => Subcommand::All,
            Some(other) => return Err(format!("unknown subcommand `{other}`")),
            None => return Err("no subcommand".to_owned()),
        };
        let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut options = Self { subcommand, runs: None, sizes: None, only: None, library };
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("`{name}` without a value"))?;
            options.set(&name, &value)?;
        }
        options.fit()
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "--runs" => self.runs = Some(positive(value)?),
            "--sizes" => self.sizes = Some(value.split(',').map(positive).collect::<Result<_, _>>()?),
            "--only" => {
                self.only = Some(match value {
                    "check" => Mode::Check,
                    "release" => Mode::Release,
                    _ => return Err(format!("`--only {value}`: neither check nor release")),
                });
            }
            "--library" => self.library = PathBuf::from(value),
            _ => return Err(format!("unknown option `{name}`")),
        }
        Ok(())
    }

    /// Refuses an option that the subcommand would ignore.
    fn fit(self) -> Result<Self, String> {
        let only_matters = matches!(self.subcommand, Subcommand::Derive | Subcommand::All);
        if self.only.is_some() && !only_matters {
            return Err("`--only` is for derive".to_owned());
        }
        if self.sizes.is_some() && self.subcommand == Subcommand::Dependencies {
            return Err("`--sizes` is for derive and literals".to_owned());
        }
        Ok(self)
    }
}

fn positive(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`{text}` is no positive number")),
    }
}
