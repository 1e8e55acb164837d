//! What comes in over HTTP and what goes out: the features `http`, `tower` and `axum` from outside, a file a topic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

mod authenticate;
mod bearer;
mod challenge;
mod challenge_properties;
mod completion;
mod endpoints;
mod extract;
mod header;
mod log;
mod mangled;
mod paths;
mod readiness;
mod require;
mod resources;
mod routers;
mod served;
mod server;
