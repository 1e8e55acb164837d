//! The peers that the benches compare with, for each catalogue, and the plan of what is measured.
//!
//! What comes in: the enums and tables that `build.rs` writes. What goes out: a module a catalogue, and [`plan`].

pub mod plan;

/// For sipgate's 102 names.
pub mod small {
    include!(concat!(env!("OUT_DIR"), "/small.rs"));
}

/// For the 1,000 short names.
pub mod wide_thousand {
    include!(concat!(env!("OUT_DIR"), "/wide_thousand.rs"));
}

/// For the 5,000 short names.
pub mod wide_five_thousand {
    include!(concat!(env!("OUT_DIR"), "/wide_five_thousand.rs"));
}

/// For the 1,000 long names.
pub mod long_thousand {
    include!(concat!(env!("OUT_DIR"), "/long_thousand.rs"));
}

/// For the 5,000 long names.
pub mod long_five_thousand {
    include!(concat!(env!("OUT_DIR"), "/long_five_thousand.rs"));
}

/// sipgate's 102 names as flags of a `u128`; there is no wider integer for more.
#[allow(non_upper_case_globals)]
pub mod flags {
    include!(concat!(env!("OUT_DIR"), "/flags.rs"));

    /// The name of the flag that stands for a scope's name, or the names for a scope string.
    pub fn name(scope: &str) -> String {
        scope.replace(|letter: char| !letter.is_ascii_alphanumeric() && letter != ' ', "_")
    }
}

/// Strings of five of Twitch's own scopes, about as long as five of sipgate's: `twitch_oauth2` knows no others.
pub fn twitch_strings(strings: usize) -> Vec<String> {
    let scopes = twitch_oauth2::Scope::all_slice();
    let name = |number: usize| scopes[number % scopes.len()].as_str();
    let string = |number| [0, 11, 22, 33, 44].map(|next| name(number * 7 + next)).join(" ");
    (0..strings).map(string).collect()
}
