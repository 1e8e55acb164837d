//! The table of all endpoints: may the token call it, and what is missing?

use std::io::{self, Write};

use scopes_runtime::{Endpoint, Granted, System};

use crate::{Scope, Sipgate};

/// Writes a line an endpoint.
pub(crate) fn write(granted: &Granted<Scope>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{:<7} {:<28} {:<8} missing", "method", "path", "allowed")?;
    for endpoint in Sipgate::ENDPOINTS {
        let (allowed, missing) = verdict(granted, endpoint);
        let line = format!("{:<7} {:<28} {allowed:<8} {missing}", endpoint.method(), endpoint.path());
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Whether the token may call it, and the scopes that it lacks.
fn verdict(granted: &Granted<Scope>, endpoint: &Endpoint<Scope>) -> (&'static str, String) {
    let allowed = if endpoint.check(Some(granted)).is_ok() { "yes" } else { "no" };
    let denied = endpoint.requirement().and_then(|requirement| granted.check(&requirement).err());
    (allowed, denied.map(|denied| denied.missing().to_string()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(scopes: &str) -> String {
        let mut out = Vec::new();
        write(&Granted::parse(scopes).unwrap(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The last two columns of one endpoint's line.
    fn line<'t>(table: &'t str, method: &str, path: &str) -> &'t str {
        let columns = |line: &'t str| line.strip_prefix(method)?.trim_start().strip_prefix(path)?.strip_prefix(' ');
        table.lines().find_map(columns).unwrap().trim_start()
    }

    #[test]
    fn every_endpoint_has_a_line_without_trailing_blanks() {
        let table = table("sessions:write");
        assert_eq!(table.lines().count(), 1 + Sipgate::ENDPOINTS.len());
        assert!(table.lines().all(|line| line == line.trim_end()), "{table}");
    }

    #[test]
    fn what_is_missing_stands_beside_a_no() {
        let table = table("sessions:write groups:read");
        assert_eq!(line(&table, "POST", "/sessions/sms"), "yes");
        assert_eq!(line(&table, "GET", "/balance"), "no       balance:read");
        assert_eq!(line(&table, "GET", "/groups/{group}/users"), "no       groups:users:read");
        assert_eq!(line(&table, "GET", "/webhooks/log"), "no       log:webhooks:read");
    }

    #[test]
    fn one_of_several_alternatives_is_enough() {
        assert_eq!(line(&table("phonelines:sipgateio:log:read"), "GET", "/webhooks/log"), "yes");
    }

    #[test]
    fn without_scopes_only_what_needs_none_is_allowed() {
        let table = table("");
        let allowed: Vec<_> = table.lines().filter(|line| line.ends_with(" yes")).collect();
        assert_eq!(allowed.len(), 2, "{table}");
        assert_eq!(line(&table, "GET", "/me"), "yes");
        assert_eq!(line(&table, "GET", "/health"), "yes");
    }
}
