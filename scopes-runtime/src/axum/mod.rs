//! What `axum` programs use: extractors, answers, and the layer that enforces the manifest's `[endpoints]`.

mod endpoints;
mod extract;

pub use self::endpoints::EnforceEndpoints;
