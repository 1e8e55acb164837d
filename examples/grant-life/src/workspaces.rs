//! Orshot: a client that was registered for some scopes, a user who lets it into some workspaces and later into fewer.

use std::error::Error;
use std::io::Write;

use scopes_runtime::{Ceiling, Holder, Requested, Requires, ResourceGrants, ResourcePermit, Scopes};

/// Everything that a token of Orshot may do.
#[derive(Debug, Scopes)]
#[scopes(manifest = "../../tests/manifests/orshot.toml", path = crate::workspaces)]
pub(crate) struct Orshot;

#[derive(Requires)]
#[requires(Orshot: "workspace:templates:read")]
struct ListTemplates;

fn list_templates(permit: &ResourcePermit<'_, ListTemplates, &str>) -> String {
    format!("the templates of {}", permit.resource())
}

pub(crate) fn tell(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let ceiling = Ceiling::new(Orshot::IMAGE_GENERATION);
    let greedy = Requested::parse("workspace:read workspace:templates:write")?;
    if let Err(refused) = greedy.within(&ceiling, Holder::UNKNOWN) {
        writeln!(out, "Beyond its registration: error={} error_description={refused}", refused.error())?;
    }

    let requested = Requested::new(Orshot::IMAGE_GENERATION)?;
    writeln!(out, "The app asks for: {requested}")?;
    let consent = requested.within(&ceiling, Holder::UNKNOWN)?.consent();
    for entry in consent.entries("en") {
        writeln!(out, "  {}{}", entry.text(), entry.resource().map_or("", |_| " (for the workspaces chosen)"))?;
    }
    let granted = consent.grant(consent.scopes())?;
    let mut grants = ResourceGrants::new(granted.clone(), ["acme", "globex"]);
    visit(&grants, out)?;

    let revoked = grants.reauthorise(granted, ["globex"]);
    writeln!(out, "The user authorises it anew, with fewer workspaces. Revoked: {}", revoked.resources().join(", "))?;
    visit(&grants, out)
}

fn visit(grants: &ResourceGrants<&'static str, Scope>, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    for workspace in ["acme", "globex", "initech"] {
        match grants.authorize(&workspace) {
            Ok(permit) => writeln!(out, "  {}", list_templates(&permit))?,
            Err(denied) => writeln!(out, "  {workspace}: {denied}")?,
        }
    }
    Ok(())
}
