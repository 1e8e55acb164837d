//! What is measured: the groups that the benches fill and that the table of ratios reads.

/// sipgate's 102 names, and the short names of the library's tests.
const SIZES: &[&str] = &["102", "1000", "5000"];

/// Those, and made-up names as long as sipgate's.
const SIZES_AND_LONG: &[&str] = &["102", "1000", "1000-long", "5000", "5000-long"];

/// The subjects, each with its sizes.
const SUBJECTS: [(&str, &[&str]); 7] = [
    ("lookup-known", SIZES_AND_LONG),
    ("lookup-unknown", SIZES_AND_LONG),
    ("parse", SIZES_AND_LONG),
    ("check-one-allowed", SIZES),
    ("check-one-denied", SIZES),
    ("check-two-allowed", SIZES),
    ("print", SIZES_AND_LONG),
];

/// How often each contender is timed.
pub const ROUNDS: usize = 11;

/// The contender that all others are compared with.
pub const OURS: &str = "ours";

/// The names of all groups: `<subject>/<size>`.
pub fn groups() -> impl Iterator<Item = String> {
    SUBJECTS.iter().flat_map(|(subject, sizes)| sizes.iter().map(move |size| format!("{subject}/{size}")))
}

/// Where criterion keeps a group: it takes no slashes in the names of folders.
pub fn folder(group: &str) -> String {
    group.replace('/', "_")
}
