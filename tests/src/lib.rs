//! Catalogues of real systems, each in a module of its own, for the tests beside them.

pub mod auth0;
pub mod itwin;
pub mod lengths;
pub mod life;
pub mod mendix;
pub mod orshot;
pub mod requests;
pub mod sipgate;
pub mod vectors;
pub mod web;
pub mod wide;
