//! How contenders are timed: in turn, round by round, since the machine is faster in one second than in the next.
//!
//! What comes in: a group of the plan, and contenders with their batches. What goes out: criterion's estimates of each
//! contender in each round. One iteration is a whole batch, and the numbers are of one element.

use std::borrow::Borrow;
use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};

/// The settings of every bench: all of them take some minutes together.
pub fn settings() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .nresamples(1000)
        .warm_up_time(Duration::from_millis(30))
        .measurement_time(Duration::from_millis(100))
        .without_plots()
}

/// A group and who contends in it.
pub struct Contest<'c, 'b> {
    group: BenchmarkGroup<'c, WallTime>,
    contenders: Vec<(String, Box<dyn FnMut() + 'b>)>,
}

impl<'c, 'b> Contest<'c, 'b> {
    /// A group for batches of so many elements.
    pub fn new(criterion: &'c mut Criterion, subject: &str, size: &str, elements: usize) -> Self {
        let name = format!("{subject}/{size}");
        assert!(speed::plan::groups().any(|planned| planned == name), "{name} is not in the plan");
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(elements as u64));
        Self { group, contenders: Vec::new() }
    }

    /// Adds a contender. What it makes of an element is dropped within the time, as a server has to drop it too.
    pub fn enter<T: 'b, O: 'b>(
        &mut self,
        contender: &str,
        batch: impl Borrow<[T]> + 'b,
        mut act: impl FnMut(&T) -> O + 'b,
    ) {
        let run = move || {
            for element in batch.borrow() {
                // By reference: the answer is looked at where it was made, not copied once more.
                black_box(&act(black_box(element)));
            }
        };
        self.contenders.push((contender.to_owned(), Box::new(run)));
    }

    /// Times all of them.
    pub fn run(mut self) {
        for round in 0..speed::plan::ROUNDS {
            for (contender, run) in &mut self.contenders {
                self.group
                    .bench_function(BenchmarkId::new(contender.as_str(), round), |bencher| bencher.iter(&mut *run));
            }
        }
        self.group.finish();
    }
}
