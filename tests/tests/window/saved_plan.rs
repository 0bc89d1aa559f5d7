//! A plan is saved as a file where the person finds it.

use std::fs;

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_saved_in_downloads_as_the_command_line_exports_it() {
    let desktop = Desktop::new();
    let downloads = desktop.folder().join("home/Downloads");
    fs::create_dir(&downloads).unwrap();
    let folders = "XDG_DOWNLOAD_DIR=\"$HOME/Downloads\"\n";
    fs::write(desktop.folder().join("config/user-dirs.dirs"), folders).unwrap();
    let mut window = open(&desktop, "saved-plan").await;
    take_in_the_plan(&mut window).await;

    window.go("#/plan").await;
    window.press("Save as a file").await;
    window.until_shown("Saved in Downloads: Weeks 3 to 6 after decompression 1.backwise").await;
    window.picture("saved").await;
    // A second copy leaves the first as it is.
    window.press("Save as a file").await;
    window.until_shown("Saved in Downloads: Weeks 3 to 6 after decompression 1 (2).backwise").await;

    let exported = exported(&desktop);
    assert!(!exported.is_empty());
    let mut saved: Vec<_> =
        fs::read_dir(&downloads).unwrap().map(|it| it.unwrap().path()).collect();
    saved.sort();
    assert_eq!(saved.len(), 2, "{saved:?}");
    for file in &saved {
        assert_eq!(fs::read(file).unwrap(), exported, "{}", file.display());
    }

    // Without any of the usual folders it is the home; without that the text is there to be copied.
    fs::remove_dir_all(desktop.folder().join("home")).unwrap();
    window.press("Save as a file").await;
    window.until_shown("There is no folder to save the file in.").await;
    window.picture("no-folder").await;
    fs::create_dir(desktop.folder().join("home")).unwrap();
    window.press("Try again").await;
    window.until_shown("Saved in home: Weeks 3 to 6 after decompression 1.backwise").await;
    window.assert_the_policy_held().await;
}
