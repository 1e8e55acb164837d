//! A scope of one system in a set of another.

fn main2() {
    let mut set = scopes_tests::sipgate::ScopeSet::new();
    set.insert(scopes_tests::itwin::Scope::Openid);
}

fn main() {}
