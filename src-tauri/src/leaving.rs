//! Where the window may go: to our own screens alone.

use tauri::Url;

/// Whether `address` is one of our own screens, as each system's webview calls them. The window goes nowhere else: the
/// card with an emergency number stays, whatever is pressed on it.
pub(crate) fn is_ours(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_with_our_own_screens() {
        let ours = |address: &str| is_ours(&address.parse().unwrap());
        for own in ["tauri://localhost/", "http://tauri.localhost/", "https://tauri.localhost/#/x"]
        {
            assert!(ours(own), "{own}");
        }
        for other in [
            "tel:112",
            "tel:tauri.localhost",
            "https://example.org/",
            "https://example.org/tauri.localhost",
            "https://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "about:blank",
            "javascript:alert(1)",
            "mailto:ward@example.org",
        ] {
            assert!(!ours(other), "{other}");
        }
    }
}
