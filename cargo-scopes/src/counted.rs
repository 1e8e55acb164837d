//! A number with what it counts, for summaries.

/// `1 scope`, `2 scopes`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
