//! The nearest right spelling of a word that is wrong: a letter swapped, dropped, doubled or mistaken, or segments in
//! another order.

use strsim::osa_distance;

const SEPARATORS: [char; 4] = [':', '.', '/', '_'];

/// The candidate that was most likely meant, or `None` where none is near. Of several equally near the first wins.
///
/// ```
/// use scopes_manifest::spelling::nearest;
///
/// let scopes = ["sessions:write", "sessions:sms:write", "contacts:read"];
/// assert_eq!(nearest("sessions:sms:wirte", scopes), Some("sessions:sms:write"));
/// assert_eq!(nearest("sms:sessions:write", scopes), Some("sessions:sms:write"));
/// assert_eq!(nearest("payments", scopes), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A third of the word may be wrong, and never so much that a short word turns into any other.
    let limit = (word.chars().count() / 3).clamp(1, 4);
    let segments = sorted_segments(word);
    let lowered = word.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| *candidate != word)
        .filter_map(|candidate| Some((distance(word, &lowered, &segments, candidate, limit)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Up to `limit` candidates that begin with the same segment, for a list where none is near.
#[must_use]
pub fn under_same_prefix<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, limit: usize) -> Vec<&'a str> {
    let Some(first) = word.split(SEPARATORS).next().filter(|first| !first.is_empty()) else { return Vec::new() };
    let begins_alike = |candidate: &&str| candidate.split(SEPARATORS).next() == Some(first);
    candidates.into_iter().filter(begins_alike).take(limit).collect()
}

fn distance(word: &str, lowered: &str, segments: &[&str], candidate: &str, limit: usize) -> Option<usize> {
    if candidate.eq_ignore_ascii_case(lowered) {
        return Some(0);
    }
    if segments.len() > 1 && sorted_segments(candidate) == segments {
        return Some(1);
    }
    if candidate.len().abs_diff(word.len()) > limit {
        return None;
    }
    let (word, candidate) = without_common_ends(word, candidate);
    if letters_apart(word, candidate) > limit {
        return None;
    }
    Some(osa_distance(word, candidate)).filter(|distance| *distance <= limit)
}

/// Two texts without what both begin and end with, which changes no distance. Only of ASCII, so that no character is
/// cut.
fn without_common_ends<'a>(left: &'a str, right: &'a str) -> (&'a str, &'a str) {
    if !left.is_ascii() || !right.is_ascii() {
        return (left, right);
    }
    let begin = left.bytes().zip(right.bytes()).take_while(|(left, right)| left == right).count();
    let (left, right) = (&left[begin..], &right[begin..]);
    let end = left.bytes().rev().zip(right.bytes().rev()).take_while(|(left, right)| left == right).count();
    (&left[..left.len() - end], &right[..right.len() - end])
}

/// At least so many changes part two texts of ASCII, of others 0: the letters that only one of them has. The distance
/// itself takes time in proportion to the product of their lengths.
fn letters_apart(left: &str, right: &str) -> usize {
    if !left.is_ascii() || !right.is_ascii() {
        return 0;
    }
    let mut surplus = [0_i32; 128];
    left.bytes().for_each(|byte| surplus[usize::from(byte)] += 1);
    right.bytes().for_each(|byte| surplus[usize::from(byte)] -= 1);
    let [more, fewer] = [1, -1].map(|sign| surplus.iter().map(|count| (count * sign).max(0)).sum::<i32>());
    usize::try_from(more.max(fewer)).unwrap_or_default()
}

fn sorted_segments(word: &str) -> Vec<&str> {
    let mut segments: Vec<&str> = word.split(SEPARATORS).collect();
    segments.sort_unstable();
    segments
}

#[cfg(test)]
mod tests {
    use super::{nearest, under_same_prefix};

    const SCOPES: [&str; 5] =
        ["sessions:write", "sessions:sms:write", "sessions:fax:write", "contacts:read", "contracts:read"];

    #[test]
    fn slips_of_the_pen_are_found() {
        for slip in [
            "sessions:sms:wirte",
            "sessions:sms:wrte",
            "sessions:smss:write",
            "sessions_sms.write",
            "write:sms:sessions",
        ] {
            assert_eq!(nearest(slip, SCOPES), Some("sessions:sms:write"), "{slip}");
        }
        assert_eq!(nearest("contact:read", SCOPES), Some("contacts:read"));
        assert_eq!(nearest("Contracts:Read", SCOPES), Some("contracts:read"));
    }

    #[test]
    fn a_distance_is_the_same_without_what_both_have() {
        let texts =
            ["", "a", "ab", "ba", "aab", "aba", "abab", "baab", "xaby", "xbay", "contacts:read", "contract:raed"];
        for (left, right) in texts.iter().flat_map(|left| texts.map(|right| (*left, right))) {
            let (short, other) = super::without_common_ends(left, right);
            let distance = strsim::osa_distance(left, right);
            assert_eq!(strsim::osa_distance(short, other), distance, "{left} {right}");
            assert!(super::letters_apart(left, right) <= distance, "{left} {right}");
        }
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(nearest("billing", SCOPES), None);
        assert_eq!(nearest("", SCOPES), None);
        assert_eq!(under_same_prefix("sessions:video", SCOPES, 2), ["sessions:write", "sessions:sms:write"]);
    }
}
