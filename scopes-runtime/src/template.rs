//! Path templates, such as `/users/{id}`: when two of them are the same.

use core::cmp::Ordering;

/// Orders path templates by their bytes, where the names of parameters make no difference: `/users/{id}` is
/// `/users/{user}`, and neither is `/users/{*rest}`.
pub(crate) fn by_shape(left: &str, right: &str) -> Ordering {
    shape(left).cmp(shape(right))
}

/// The bytes of a template without the names of its parameters. Doubled braces, which some routers read as plain ones,
/// stay as they are: the manifest has none.
fn shape(template: &str) -> impl Iterator<Item = u8> + '_ {
    let bytes = template.as_bytes();
    let mut place = 0;
    core::iter::from_fn(move || {
        let byte = *bytes.get(place)?;
        place += 1;
        if byte == b'{' && bytes.get(place) != Some(&b'{') && bytes.get(place.wrapping_sub(2)) != Some(&b'{') {
            let name = bytes.get(place..).unwrap_or_default();
            let is_rest = name.first() == Some(&b'*');
            if let Some(length) = name.iter().position(|byte| *byte == b'}') {
                place += length + 1;
                return Some(if is_rest { WILDCARD } else { PARAMETER });
            }
        }
        Some(byte)
    })
}

/// Stand for `{name}` and `{*name}`: no byte of any text in UTF-8.
const PARAMETER: u8 = 0xFE;
const WILDCARD: u8 = 0xFF;
