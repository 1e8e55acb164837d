//! Each kind of gain by an example: what changed, and the sentence. Read backwards the same change is a loss.

use scopes_manifest::Catalog;
use scopes_manifest::authority::{Authority, Gain};

const HEAD: &str = "format = 1\n[system]\nname = \"t\"\nbound_to = [\"team\", \"site\"]\n[kinds]\n\
                    client = [\"web\", \"desktop\"]\n[scopes]\n";

fn authority(scopes: &str) -> Authority {
    let text = format!("{HEAD}{scopes}\n");
    Authority::of(&Catalog::parse(&text).map_err(|faults| faults.to_string()).unwrap())
}

/// What the second manifest gained over the first.
fn gained(old: &str, new: &str) -> Vec<String> {
    authority(old).gains(&authority(new)).iter().map(Gain::to_string).collect()
}

/// What the second manifest lost.
fn lost(old: &str, new: &str) -> Vec<String> {
    authority(new).gains(&authority(old)).iter().map(|gain| gain.lost().to_string()).collect()
}

/// A change of the scope `a`: its gain, and what the way back says.
#[track_caller]
fn assert_change(old: &str, new: &str, gain: &str, loss: &str) {
    let [old, new] = [old, new].map(|keys| format!("b = \"B.\"\na = {{ text = \"A.\"{keys} }}"));
    assert_eq!(gained(&old, &new), [gain]);
    assert_eq!(lost(&new, &old), [loss]);
    assert_eq!(gained(&new, &old), [""; 0]);
}

#[test]
fn facts_of_a_scope() {
    assert_change("", ", includes = [\"b\"]", "a now also allows b", "a no longer allows b");
    assert_change(", requires = [\"b\"]", "", "a no longer requires b", "a now requires b");
    assert_change(
        ", client = [\"web\"]",
        ", client = [\"web\", \"desktop\"]",
        "a may now also be held by the client desktop",
        "a may no longer be held by the client desktop",
    );
    assert_change(
        ", client = [\"web\"]",
        "",
        "a may now be held by every kind of client",
        "a may now be held by some kinds only of client",
    );
    assert_change(
        ", approval = \"admin\"",
        ", approval = \"registration\"",
        "a now needs the approval registration instead of admin",
        "a now needs the approval admin instead of registration",
    );
    assert_change(
        ", sensitivity = \"restricted\"",
        "",
        "a now has the sensitivity low instead of restricted",
        "a now has the sensitivity restricted instead of low",
    );
    assert_change(", bound_to = \"team\"", "", "a is no longer bound to a team", "a is now bound to a team");
    assert_change(
        "",
        ", issues = [\"refresh_token\"]",
        "a now also issues refresh_token",
        "a no longer issues refresh_token",
    );
    assert_change(
        "",
        ", claims = [\"email\"]",
        "a now also releases the claim email",
        "a no longer releases the claim email",
    );
    assert_change(", kind = \"restriction\"", "", "a is no longer a restriction", "a is now a restriction");
}

#[test]
fn claims_come_from_what_is_extended() {
    let old = "a = { text = \"A.\", extends = \"b\" }\nb = { text = \"B.\" }";
    let new = "a = { text = \"A.\", extends = \"b\" }\nb = { text = \"B.\", claims = [\"email\"] }";
    assert_eq!(gained(old, new), ["a now also releases the claim email", "b now also releases the claim email"]);
}

#[test]
fn a_new_kind_of_resource_is_a_gain_and_a_loss() {
    let [old, new] = ["team", "site"].map(|kind| format!("a = {{ text = \"A.\", bound_to = \"{kind}\" }}"));
    assert_eq!(gained(&old, &new), ["a is now bound to a site instead of a team"]);
    assert_eq!(lost(&old, &new), ["a is now bound to a site instead of a team"]);
}

#[test]
fn a_removed_restriction_restricts_nobody() {
    let old = "a = \"A.\"\nonly = { text = \"Only.\", kind = \"restriction\" }";
    assert_eq!(gained(old, "a = \"A.\""), ["only is gone, and tokens that hold it are no longer restricted"]);
    let renamed = "a = \"A.\"\nkept = { text = \"Only.\", kind = \"restriction\", aliases = [\"only\"] }";
    assert_eq!(gained(old, renamed), [""; 0]);
}

#[test]
fn the_last_kind_of_resource_is_that_of_every_resource() {
    let team = "a = { text = \"A.\", bound_to = \"team\" }\n";
    let both = format!("{team}b = {{ text = \"B.\", bound_to = \"site\" }}");
    assert_eq!(gained(&both, team), ["resources whose kind is not said now count as team"]);
}

#[test]
fn a_longer_scope_string_is_a_gain() {
    let catalog = |bytes: usize| {
        let text = format!("format = 1\n[system]\nname = \"t\"\nmax_bytes = {bytes}\n[scopes]\na = \"A.\"\n");
        Authority::of(&Catalog::parse(&text).unwrap())
    };
    let gains = catalog(1000).gains(&catalog(2000));
    assert_eq!(gains[0].to_string(), "scope strings of up to 2000 bytes are now read instead of 1000");
    assert_eq!(gains[0].lost().to_string(), "scope strings of up to 1000 bytes are now read instead of 2000");
}

#[test]
fn closures_grow_by_new_scopes_and_for_all_that_include() {
    let old = "all = { text = \"All.\", includes = [\"read\"] }\nread = { text = \"R.\", includes = [\"x:*\"] }\n\
               \"x:a\" = \"A.\"";
    let new = format!("{old}\n\"x:b\" = \"B.\"");
    assert_eq!(gained(old, &new), ["all now also allows x:b", "read now also allows x:b"]);
}

#[test]
fn what_is_renamed_by_alias_is_compared_with_its_successor() {
    let old = "follow = \"Follow.\"\nmedia = \"Media.\"";
    let renamed = "\"write:follow\" = { text = \"Follow.\", aliases = [\"follow\"] }\nmedia = \"Media.\"";
    assert_eq!(gained(old, renamed), [""; 0]);
    let wider =
        "\"write:follow\" = { text = \"Follow.\", aliases = [\"follow\"], includes = [\"media\"] }\nmedia = \"Media.\"";
    assert_eq!(gained(old, wider), ["follow now also allows media"]);
}

#[test]
fn an_alias_that_moves_to_a_wider_scope_gains() {
    let old = "a = { text = \"A.\", aliases = [\"x\"] }\nb = \"B.\"";
    let new = "a = { text = \"A.\" }\nb = { text = \"B.\", aliases = [\"x\"] }";
    assert_eq!(gained(old, new), ["x now also allows b"]);
    let merged = "a = { text = \"A.\", aliases = [\"x\", \"b\"] }";
    assert_eq!(gained(old, merged), ["a now also allows b", "b now also allows a"]);
}

/// A scope that is held by its own name and by a name that once meant more: each is another token.
#[test]
fn an_alias_that_moves_hides_no_other_token() {
    let old = "a = { text = \"A.\", aliases = [\"x\"], includes = [\"n\"] }\nn = \"N.\"\nm = \"M.\"\n\
               [endpoints]\n\"GET /e\" = { all = [\"a\", \"m\"] }";
    let new = "a = { text = \"A.\", includes = [\"n\"] }\nn = { text = \"N.\", aliases = [\"x\"] }\nm = \"M.\"\n\
               [endpoints]\n\"GET /e\" = { all = [\"n\", \"m\"] }";
    assert_eq!(gained(old, new), ["GET /e can now be called with m and n"]);
}

/// However many names there are to choose from, none of the tokens is passed over.
#[test]
fn many_aliases_that_moved_hide_no_token() {
    // Of each pair both names came to `b` before, so that nothing is gained by it; only `n` was something else than `w`.
    let both = |old: bool| {
        let pair = |place: usize| {
            let (a, b) = if old {
                (format!(", aliases = [\"x{place}\"]"), String::new())
            } else {
                (String::new(), format!(", aliases = [\"x{place}\"]"))
            };
            format!("a{place} = {{ text = \"A.\", includes = [\"b{place}\"]{a} }}\nb{place} = {{ text = \"B.\"{b} }}\n")
        };
        (0..9).map(pair).collect::<Vec<_>>().concat()
    };
    let endpoint = |last: &str| {
        let all: Vec<String> = (0..9).map(|place| format!("\"b{place}\"")).collect();
        format!("[endpoints]\n\"GET /e\" = {{ all = [{}, \"{last}\"] }}\n", all.join(", "))
    };
    let last = |w: &str, n: &str| {
        format!("z = \"Z.\"\nw = {{ text = \"W.\"{w} }}\nn = {{ text = \"N.\", includes = [\"z\"]{n} }}\n")
    };
    let old = [last(", aliases = [\"v\"]", ""), both(true), endpoint("w")].concat();
    let new = [last("", ", aliases = [\"v\"]"), both(false), endpoint("n")].concat();
    let gains = gained(&old, &new);
    assert!(gains.iter().any(|gain| gain.starts_with("GET /e can now be called with ")), "{gains:?}");
}

/// A restriction binds also where what it requires is not held, so that it gains though it has no effect.
#[test]
fn restrictions_that_become_one_are_a_gain() {
    let restriction = |text: &str| format!("{{ text = \"R.\", kind = \"restriction\"{text} }}");
    let old = format!("f = {}\nx = {}", restriction(""), restriction(""));
    let new = format!("f = {}\ny = \"Y.\"", restriction(", aliases = [\"x\"], requires = [\"y\"]"));
    assert_eq!(gained(&old, &new), ["f now also allows x", "x now also allows f"]);
}

#[test]
fn a_way_around_a_requirement_is_a_gain() {
    let scopes = |a: &str| {
        format!(
            "a = {{ text = \"A.\", includes = [{a}] }}\nq = {{ text = \"Q.\", includes = [\"c\"], requires = [\"d\"] }}\n\
             c = \"C.\"\nd = \"D.\""
        )
    };
    let gains = gained(&scopes("\"q\""), &scopes("\"q\", \"c\""));
    assert_eq!(gains, ["a now allows c on fewer conditions: see what is required on the way"]);
}

/// What a change of endpoints over fixed scopes gained.
#[track_caller]
fn assert_opened(old: &str, new: &str, gains: &[&str]) {
    let scopes = "a = { text = \"A.\", includes = [\"b\"] }\nb = \"B.\"\nc = \"C.\"\n\
                  only = { text = \"Only.\", kind = \"restriction\" }\n[endpoints]\n";
    let [old, new] = [old, new].map(|endpoints| format!("{scopes}{endpoints}"));
    assert_eq!(gained(&old, &new), gains);
}

#[test]
fn endpoints_open() {
    let (b, b_or_c) = ("\"GET /x\" = \"b\"", "\"GET /x\" = { any = [\"b\", \"c\"] }");
    assert_opened(b, b_or_c, &["GET /x can now be called with c"]);
    assert_opened(b_or_c, b, &[]);
    // Whoever holds `a` held `b`.
    assert_opened(b, "\"GET /x\" = { any = [\"b\", \"a\"] }", &[]);
    assert_opened("\"GET /x\" = \"a\"", b, &["GET /x can now be called with b"]);
    let both = "\"GET /x\" = { any = [\"a\", [\"b\", \"c\"]] }";
    assert_opened("\"GET /x\" = \"a\"", both, &["GET /x can now be called with b and c"]);
    let (authenticated, public) = ("\"GET /x\" = { authenticated = true }", "\"GET /x\" = { public = true }");
    assert_opened(b, authenticated, &["GET /x can now be called with any token"]);
    assert_opened(authenticated, public, &["GET /x can now be called without a token"]);
    assert_opened(public, b, &[]);
    let under = "\"GET /x\" = { all = [\"b\"], under = [\"only\"] }";
    assert_opened(b, under, &["GET /x can now be called under the restriction only"]);
}

#[test]
fn head_is_called_like_get() {
    let get = "\"GET /x/{id}\" = \"a\"";
    assert_opened(
        get,
        &format!("{get}\n\"HEAD /x/{{of}}\" = {{ public = true }}"),
        &["HEAD /x/{of} can now be called without a token"],
    );
    let strict = "\"GET /x/{id}\" = \"b\"\n\"HEAD /x/{id}\" = \"c\"";
    assert_opened(strict, "\"GET /x/{id}\" = \"b\"", &["HEAD /x/{id} can now be called with a, or with b"]);
}

#[test]
fn parameters_have_other_names_and_new_endpoints_are_told_apart() {
    assert_opened("\"GET /x/{id}\" = \"a\"", "\"GET /x/{of}\" = \"a\"", &[]);
    let new = "\"GET /x\" = \"a\"\n\"GET /y\" = \"b\"";
    assert_opened("\"GET /x\" = \"a\"", new, &[]);
    let scopes = "a = \"A.\"\nb = \"B.\"\n[endpoints]\n";
    let old = authority(&format!("{scopes}\"GET /x\" = \"a\""));
    let new = authority(&format!("new = \"New.\"\n{scopes}{new}\n\"GET /z\" = \"new\""));
    let gains: Vec<String> = old.gains_by_new_endpoints(&new).iter().map(Gain::to_string).collect();
    assert_eq!(gains, ["GET /y can now be called with b"]);
}

#[test]
fn additions_are_no_gains() {
    assert_eq!(gained("a = \"A.\"", "a = \"Another text.\"\nb = { text = \"B.\", includes = [\"a\"] }"), [""; 0]);
}
