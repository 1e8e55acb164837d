//! Puts verdicts into words.
//!
//! What comes in: the compared cases. What goes out: the Markdown table, and lines that say what is wrong. Called by
//! `main`.

use crate::bounds::{Bounds, Compared, Measured, Verdict, percent_above};

/// All cases.
pub fn table(compared: &[Compared]) -> String {
    let mut text = "| case | instructions per element | recorded bound | |\n|---|---:|---:|---|\n".to_owned();
    for Compared { case, verdict } in compared {
        let (measured, bound, word) = match *verdict {
            Verdict::Within { measured, bound } => (Some(measured), Some(bound), "ok"),
            Verdict::Over { measured, bound } => (Some(measured), Some(bound), "over"),
            Verdict::Under { measured, bound } => (Some(measured), Some(bound), "under"),
            Verdict::NotRecorded { measured } => (Some(measured), None, "not recorded"),
            Verdict::NotMeasured { bound } => (None, Some(bound), "not measured"),
        };
        let [measured, bound] = [measured, bound].map(|number| number.map_or("–".to_owned(), |n| format!("{n:.1}")));
        text += &format!("| {case} | {measured} | {bound} | {word} |\n");
    }
    text
}

/// What makes the run fail: a line each.
pub fn faults(bounds: &Bounds, compared: &[Compared], broken: &[(Measured, Measured)]) -> Vec<String> {
    let fault = |Compared { case, verdict }: &Compared| match *verdict {
        Verdict::Over { measured, bound } => Some(format!(
            "{case} is over its bound: {measured:.1} instructions are {:.1} % more than {bound:.1}, and {} % are \
             allowed",
            percent_above(measured, bound),
            bounds.percent_over
        )),
        Verdict::NotRecorded { .. } => Some(format!("{case} is measured and has no bound")),
        Verdict::NotMeasured { .. } => Some(format!("{case} has a bound and is not measured")),
        Verdict::Within { .. } | Verdict::Under { .. } => None,
    };
    let broken = broken.iter().map(|(case, limit)| {
        format!(
            "{} takes {:.1} instructions, and may take no more than {} with its {:.1}, whatever is recorded",
            case.case, case.per_element, limit.case, limit.per_element
        )
    });
    compared.iter().filter_map(fault).chain(broken).collect()
}

/// What is worth knowing and no fault: a line each.
pub fn notes(bounds: &Bounds, compared: &[Compared]) -> Vec<String> {
    let note = |Compared { case, verdict }: &Compared| match *verdict {
        Verdict::Under { measured, bound } => Some(format!(
            "{case} is more than {} % under its bound: {measured:.1} instructions for {bound:.1}; record the gain with \
             `-- --record`",
            bounds.percent_under
        )),
        _ => None,
    };
    compared.iter().filter_map(note).collect()
}

/// What else may have changed the counts than the library, if anything.
pub fn other_toolchain(recorded_with: &str, today: &str) -> Option<String> {
    let differs = recorded_with != today;
    differs.then(|| format!("the bounds were recorded with: {recorded_with}\nwhat is measured now is of:    {today}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared() -> Vec<Compared> {
        let (measured, bound) = (9.0, 8.0);
        let verdicts = [
            ("within", Verdict::Within { measured, bound }),
            ("over", Verdict::Over { measured, bound }),
            ("under", Verdict::Under { measured, bound }),
            ("new", Verdict::NotRecorded { measured }),
            ("gone", Verdict::NotMeasured { bound }),
        ];
        verdicts.map(|(case, verdict)| Compared { case: case.to_owned(), verdict }).into()
    }

    #[test]
    fn every_case_has_its_row() {
        let rows = "| within | 9.0 | 8.0 | ok |\n| over | 9.0 | 8.0 | over |\n| under | 9.0 | 8.0 | under |\n\
                    | new | 9.0 | – | not recorded |\n| gone | – | 8.0 | not measured |\n";
        assert!(table(&compared()).ends_with(rows));
    }

    #[test]
    fn cases_that_are_over_or_in_one_list_alone_are_faults() {
        let over = "over is over its bound: 9.0 instructions are 12.5 % more than 8.0, and 3 % are allowed";
        let lines = faults(&Bounds::default(), &compared(), &[]);
        assert_eq!(lines, [over, "new is measured and has no bound", "gone has a bound and is not measured"]);
    }

    #[test]
    fn a_broken_limit_is_a_fault() {
        let broken = [(Measured::new("long", 90, 10), Measured::new("known", 80, 10))];
        assert_eq!(faults(&Bounds::default(), &[], &broken).len(), 1);
    }

    #[test]
    fn a_gain_is_a_note_alone() {
        let lines = notes(&Bounds::default(), &compared());
        assert!(lines.len() == 1 && lines[0].starts_with("under is more than 10 % under its bound"), "{lines:?}");
    }

    #[test]
    fn toolchains_are_named_where_they_differ() {
        assert_eq!(other_toolchain("rustc 1", "rustc 1"), None);
        assert!(other_toolchain("rustc 1", "rustc 2").is_some());
    }
}
