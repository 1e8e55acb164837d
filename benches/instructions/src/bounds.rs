//! The recorded bounds, and how what was measured compares with them.
//!
//! What comes in: `bounds.toml` and the measured cases. What goes out: a verdict of each case of either list, and with
//! `--record` the file. Called by `main`; `report` puts the verdicts into words.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// What a case has taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub case: String,
    /// With one decimal, as it is recorded.
    pub per_element: f64,
}

impl Measured {
    pub fn new(case: &str, instructions: u64, elements: u64) -> Self {
        let tenths = (instructions as f64 * 10.0 / elements as f64).round();
        Self { case: case.to_owned(), per_element: tenths / 10.0 }
    }
}

/// `bounds.toml`.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// A case that takes more than this above its bound is over it.
    pub percent_over: f64,
    /// A case that takes less than this below its bound is under it: a gain to record.
    pub percent_under: f64,
    /// The toolchain that the bounds are of.
    pub recorded_with: String,
    /// By case.
    pub instructions_per_element: BTreeMap<String, f64>,
}

impl Default for Bounds {
    /// Those of a first record.
    fn default() -> Self {
        let recorded_with = String::new();
        Self { percent_over: 3.0, percent_under: 10.0, recorded_with, instructions_per_element: BTreeMap::new() }
    }
}

/// A case and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub case: String,
    pub verdict: Verdict,
}

/// Numbers are instructions per element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    Within { measured: f64, bound: f64 },
    Over { measured: f64, bound: f64 },
    Under { measured: f64, bound: f64 },
    NotRecorded { measured: f64 },
    NotMeasured { bound: f64 },
}

impl Bounds {
    /// # Errors
    /// There is no such file, or it is none of bounds.
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(file).map_err(|error| error.to_string());
        text.and_then(|text| Self::parse(&text)).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// The measured cases in their order, then the recorded ones that were not measured.
    pub fn compare(&self, measured: &[Measured]) -> Vec<Compared> {
        let recorded = &self.instructions_per_element;
        let compared = measured.iter().map(|Measured { case, per_element }| {
            let verdict = match recorded.get(case) {
                Some(bound) => self.verdict(*per_element, *bound),
                None => Verdict::NotRecorded { measured: *per_element },
            };
            Compared { case: case.clone(), verdict }
        });
        let is_measured = |case: &str| measured.iter().any(|measured| measured.case == case);
        let missing = recorded.iter().filter(|(case, _)| !is_measured(case));
        let missing = missing
            .map(|(case, bound)| Compared { case: case.clone(), verdict: Verdict::NotMeasured { bound: *bound } });
        compared.chain(missing).collect()
    }

    /// Writes the file anew, with the tolerances that it had.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn record(&self, measured: &[Measured], recorded_with: &str, file: &Path) -> Result<(), String> {
        fs::write(file, self.text(measured, recorded_with)).map_err(|error| format!("{}: {error}", file.display()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let bounds: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let tolerances = [("percent_over", bounds.percent_over), ("percent_under", bounds.percent_under)];
        for (name, percent) in tolerances {
            if !(0.0..100.0).contains(&percent) {
                return Err(format!("`{name}` is {percent}, and not between 0 and 100"));
            }
        }
        // A bound of `inf` would pass whatever is measured.
        for (case, bound) in &bounds.instructions_per_element {
            if !bound.is_finite() || *bound <= 0.0 {
                return Err(format!("the bound of `{case}` is {bound}, and no number of instructions"));
            }
        }
        Ok(bounds)
    }

    fn verdict(&self, measured: f64, bound: f64) -> Verdict {
        let percent = percent_above(measured, bound);
        if percent > self.percent_over {
            Verdict::Over { measured, bound }
        } else if percent < -self.percent_under {
            Verdict::Under { measured, bound }
        } else {
            Verdict::Within { measured, bound }
        }
    }

    fn text(&self, measured: &[Measured], recorded_with: &str) -> String {
        let mut text = format!(
            "# Written by `cargo run --release -p instructions -- --record`, which keeps the two tolerances.\n\
             # README.md says what a count that differs means.\n\
             percent_over = {:?}\npercent_under = {:?}\nrecorded_with = {recorded_with:?}\n\n\
             [instructions_per_element]\n",
            self.percent_over, self.percent_under
        );
        for Measured { case, per_element } in measured {
            text += &format!("\"{case}\" = {per_element:.1}\n");
        }
        text
    }
}

/// By how many percent the first number is above the second; negative where it is below.
pub fn percent_above(measured: f64, bound: f64) -> f64 {
    (measured / bound - 1.0) * 100.0
}

/// The pairs of measured cases of which the first takes more than the second.
pub fn broken_limits(measured: &[Measured], no_more_than: &[(&str, &str)]) -> Vec<(Measured, Measured)> {
    let of = |name: &str| measured.iter().find(|measured| measured.case == name).cloned();
    let pairs = no_more_than.iter().filter_map(|(case, limit)| of(case).zip(of(limit)));
    pairs.filter(|(case, limit)| case.per_element > limit.per_element).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(cases: &[(&str, f64)]) -> Bounds {
        let instructions_per_element = cases.iter().map(|(case, bound)| ((*case).to_owned(), *bound)).collect();
        Bounds { instructions_per_element, ..Bounds::default() }
    }

    fn verdict(bound: f64, measured: u64) -> Verdict {
        bounds(&[("a", bound)]).compare(&[Measured::new("a", measured, 10)])[0].verdict
    }

    #[test]
    fn an_element_takes_its_share_with_one_decimal() {
        let shares = [(254, 2.5), (256, 2.6), (300, 3.0)];
        assert!(shares.iter().all(|(total, share)| Measured::new("a", *total, 100).per_element == *share));
    }

    #[test]
    fn three_percent_above_are_allowed_and_more_are_not() {
        assert_eq!(verdict(100.0, 1000), Verdict::Within { measured: 100.0, bound: 100.0 });
        assert_eq!(verdict(100.0, 1029), Verdict::Within { measured: 102.9, bound: 100.0 });
        assert_eq!(verdict(100.0, 1031), Verdict::Over { measured: 103.1, bound: 100.0 });
    }

    #[test]
    fn a_gain_of_more_than_ten_percent_is_told() {
        assert_eq!(verdict(100.0, 901), Verdict::Within { measured: 90.1, bound: 100.0 });
        assert_eq!(verdict(100.0, 899), Verdict::Under { measured: 89.9, bound: 100.0 });
    }

    #[test]
    fn a_case_in_one_list_alone_is_no_pass() {
        let compared = bounds(&[("gone", 5.0)]).compare(&[Measured::new("new", 70, 10)]);
        let new = Compared { case: "new".to_owned(), verdict: Verdict::NotRecorded { measured: 7.0 } };
        let gone = Compared { case: "gone".to_owned(), verdict: Verdict::NotMeasured { bound: 5.0 } };
        assert_eq!(compared, [new, gone]);
    }

    #[test]
    fn what_is_recorded_is_read_again_with_the_tolerances_that_were_there() {
        let before = Bounds { percent_over: 2.5, ..Bounds::default() };
        let measured = [Measured::new("print/102", 254, 10), Measured::new("parse/102", 30, 10)];
        let after = Bounds::parse(&before.text(&measured, "rustc 1")).unwrap();
        let recorded = bounds(&[("print/102", 25.4), ("parse/102", 3.0)]);
        assert_eq!(after, Bounds { percent_over: 2.5, recorded_with: "rustc 1".to_owned(), ..recorded });
    }

    #[test]
    fn bounds_that_would_let_anything_pass_are_refused() {
        let good = Bounds::default().text(&[Measured::new("a", 30, 10)], "");
        assert!(Bounds::parse(&good).is_ok());
        let bad_bounds =
            ["inf", "nan", "0.0", "-1.0"].map(|bad| good.replace("\"a\" = 3.0", &format!("\"a\" = {bad}")));
        let bad_tolerance = good.replace("percent_over = 3.0", "percent_over = nan");
        let unknown_key = good.replace("percent_over", "percent_ever");
        for bad in bad_bounds.into_iter().chain([bad_tolerance, unknown_key]) {
            assert_ne!(bad, good);
            assert!(Bounds::parse(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_limit_is_broken_by_more_and_not_by_the_same() {
        let [less, more] = [Measured::new("less", 50, 10), Measured::new("more", 51, 10)];
        let measured = [less.clone(), more.clone()];
        assert_eq!(broken_limits(&measured, &[("less", "more"), ("less", "less")]), []);
        assert_eq!(broken_limits(&measured, &[("more", "less")]), [(more, less)]);
    }
}
