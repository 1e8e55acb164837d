//! Auth0's calendar: ask, limit, consent with one box unticked, degrade, ask again.

use std::error::Error;
use std::io::Write;

use scopes_runtime::{Ceiling, Granted, Holder, Permit, Requested, Requires, Scopes};

/// Everything that a token of the calendar may do.
#[derive(Debug, Scopes)]
#[scopes(manifest = "../../tests/manifests/auth0.toml", path = crate::calendar)]
pub(crate) struct Calendar;

#[derive(Requires)]
#[requires(Calendar: endpoint "GET /appointments")]
struct List;

#[derive(Requires)]
#[requires(Calendar: endpoint "PATCH /appointments/{id}")]
struct Move;

fn list(_: Permit<List>) -> &'static str {
    "9:00 dentist"
}

fn move_appointment(_: Permit<Move>) -> &'static str {
    "dentist moved to 10:00"
}

pub(crate) fn tell(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let ceiling: Ceiling<Scope> = "read:appointments write:appointments".parse()?;

    let requested = Requested::parse("read:appointments write:appointments")?;
    writeln!(out, "The app asks for: {requested}")?;
    let consent = requested.within(&ceiling, Holder::UNKNOWN)?.consent();
    for entry in consent.entries("en") {
        writeln!(out, "  [{}] {}", if entry.is_optional() { "x" } else { "always" }, entry.text())?;
    }

    let granted = consent.grant(Calendar!(set["read:appointments"]))?;
    writeln!(out, "The user unticks one. Not granted: {}", requested.missing(&granted))?;
    if let Some(scope) = requested.answer(&granted) {
        writeln!(out, "The token response says so: scope={scope}")?;
    }

    let lacking = use_it(&granted, out)?;
    let again = Requested::new(granted.scopes() | lacking)?;
    writeln!(out, "The app asks again, for: {again}")?;
    let new = again.within(&ceiling, Holder::UNKNOWN)?.consent().grant(again.scopes())?;
    let renewed = granted.reauthorise(new);
    writeln!(out, "The user agrees. Added: {}", renewed.added())?;
    use_it(renewed.granted(), out)?;
    Ok(())
}

/// Uses what the grant allows and does without the rest; what is lacking comes back.
fn use_it(granted: &Granted<Scope>, out: &mut impl Write) -> Result<ScopeSet, Box<dyn Error>> {
    let mut lacking = ScopeSet::new();
    match granted.authorize::<List>() {
        Ok(permit) => writeln!(out, "  {}", list(permit))?,
        Err(denied) => lacking |= denied.missing(),
    }
    match granted.authorize::<Move>() {
        Ok(permit) => writeln!(out, "  {}", move_appointment(permit))?,
        Err(denied) => {
            writeln!(out, "  the button to move appointments is grey: it takes {}", denied.missing())?;
            lacking |= denied.missing();
        }
    }
    Ok(lacking)
}
