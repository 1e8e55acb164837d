//! The table of all endpoints: may the token call it, and what is missing?

use std::io::{self, Write};

use scopes_runtime::{Access, Granted, System};

use crate::{Scope, Sipgate};

/// Writes a line an endpoint.
pub(crate) fn write(granted: &Granted<Scope>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{:<7} {:<28} {:<8} missing", "method", "path", "allowed")?;
    for endpoint in Sipgate::ENDPOINTS {
        let (allowed, missing) = verdict(granted, endpoint.access());
        writeln!(out, "{:<7} {:<28} {allowed:<8} {missing}", endpoint.method(), endpoint.path())?;
    }
    Ok(())
}

/// Whether the token may call it, and the scopes that it lacks.
fn verdict(granted: &Granted<Scope>, access: &Access<Scope>) -> (&'static str, String) {
    match access {
        Access::Public => ("yes", String::new()),
        Access::Authenticated { under } if granted.restrictions().is_subset(under) => ("yes", String::new()),
        Access::Scopes(requirement) => match granted.check(requirement) {
            Ok(()) => ("yes", String::new()),
            Err(denied) => ("no", denied.missing().to_string()),
        },
        // A restriction that is not honoured, or a form of access that this program does not know: denied.
        _ => ("no", String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_endpoint_has_a_line() {
        let mut out = Vec::new();
        write(&Granted::parse("sessions:write").unwrap(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.lines().count(), 1 + Sipgate::ENDPOINTS.len());
        let line = |path: &str| text.lines().find(|line| line.contains(path)).unwrap().to_owned();
        assert!(line("/sessions/sms").contains(" yes"));
        assert!(line("/balance").contains(" no") && line("/balance").ends_with("balance:read"));
    }
}
