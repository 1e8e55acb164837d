//! What comes in: how many scopes. What goes out: that many made-up ones, the same in each run.

/// A scope, as each contender writes it down.
pub struct Made {
    /// `area17:thing3:read`
    pub name: String,
    /// `Area17Thing3Read`
    pub variant: String,
    /// One sentence.
    pub description: String,
}

const THINGS: usize = 10;
const VERBS: [(&str, &str); 2] = [("read", "Read"), ("write", "Write")];

pub fn scopes(size: usize) -> Vec<Made> {
    (0..size)
        .map(|index| {
            let (verb, raised) = VERBS[index % VERBS.len()];
            let thing = index / VERBS.len() % THINGS;
            let area = index / VERBS.len() / THINGS;
            Made {
                name: format!("area{area}:thing{thing}:{verb}"),
                variant: format!("Area{area}Thing{thing}{raised}"),
                description: format!("{raised} thing {thing} of area {area}."),
            }
        })
        .collect()
}
