//! What is written where: nothing of value is replaced unasked.

use std::fs;

use crate::program::{Folder, repository, run};

const MANIFEST: &str = "format = 1\n[system]\nname = \"t\"\n[scopes]\n\"a:read\" = \"Read.\"\n";

#[test]
fn a_document_does_not_take_the_place_of_a_manifest() {
    let folder = Folder::new();
    // One with a fault is somebody's work too.
    for text in [MANIFEST.to_owned(), format!("{MANIFEST}\"b:read\" = 7\n")] {
        let file = folder.file("scopes.toml", &text).display().to_string();
        let sipgate = repository("scopes.toml").display().to_string();
        for words in [&["export", "json", &sipgate, "-o", &file][..], &["schema", "-o", &file]] {
            let refused = run(words.iter().copied());
            assert_eq!(refused.code, 2);
            assert!(refused.told.contains("is a manifest"), "{}", refused.told);
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
    }
    let other = folder.path().join("scopes.json").display().to_string();
    for _ in 0..2 {
        assert_eq!(run(["schema", "-o", &other]).code, 0);
    }
    assert_eq!(folder.names(), ["scopes.json", "scopes.toml"]);
}

#[test]
fn the_standard_output_is_no_file() {
    let refused = run(["schema", "-o", "-"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.told.contains("`-` is no file") && refused.told.contains("leave the option out"),
        "{}",
        refused.told
    );
}

#[cfg(unix)]
#[test]
fn what_is_read_only_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let file = folder.file("scopes.json", "{}");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let refused = run(["schema", "-o", &file.display().to_string()]);
    assert_eq!(refused.code, 2);
    assert!(refused.told.contains("it is read-only"), "{}", refused.told);
    assert_eq!(fs::read_to_string(&file).unwrap(), "{}");
    // The mode of what is replaced is kept, and a link stays one.
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.json");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(run(["schema", "-o", &link.display().to_string()]).code, 0);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&file).unwrap().contains("$schema"));
}
