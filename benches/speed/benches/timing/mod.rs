//! How each contender is timed: one iteration is a whole batch, and the numbers are of one element.
//!
//! What comes in: a group of the plan, a contender and its batch. What goes out: criterion's estimates.

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};

/// The settings of every bench: all of them take a few minutes together.
pub fn settings() -> Criterion {
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_millis(1500))
        .without_plots()
}

/// A group of contenders for batches of so many elements.
pub fn group<'c>(
    criterion: &'c mut Criterion,
    subject: &str,
    size: &str,
    elements: usize,
) -> BenchmarkGroup<'c, WallTime> {
    let name = format!("{subject}/{size}");
    assert!(speed::plan::groups().any(|planned| planned == name), "{name} is not in the plan");
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(elements as u64));
    group
}

/// Times one contender. What it makes of an element is dropped within the time, as a server has to drop it too.
pub fn contend<T, O>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    contender: &str,
    batch: &[T],
    mut act: impl FnMut(&T) -> O,
) {
    group.bench_function(contender, |bencher| {
        bencher.iter(|| {
            for element in batch {
                // By reference: the answer is looked at where it was made, not copied once more.
                black_box(&act(black_box(element)));
            }
        });
    });
}
