//! Where the window may go: to our own screens alone. A number goes to the telephone, where the device is one.

use tauri::Url;

/// Whether `address` is one of our own screens, as each system's webview calls them. The window goes nowhere else: the
/// card with an emergency number stays, whatever is pressed on it.
pub(crate) fn is_ours(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost")
}

/// Whether `address` is a number to ring and nothing else: at least three digits, which may begin with a plus. What a
/// telephone takes for an order to itself, with a star or a hash, is none.
#[cfg(any(mobile, test))]
fn is_number(address: &Url) -> bool {
    let digits = address.path();
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let has_more = address.query().is_some() || address.fragment().is_some();
    address.scheme() == "tel"
        && digits.len() >= 3
        && digits.bytes().all(|it| it.is_ascii_digit())
        && !has_more
}

/// Whether the window of a phone may go to `address`. A number is handed to the telephone, which shows it and rings when
/// the person says so; the window stays where it is.
#[cfg(mobile)]
pub(crate) fn may_go(app: &tauri::AppHandle, address: &Url) -> bool {
    use tauri_plugin_opener::OpenerExt;

    if is_number(address) {
        let (app, address) = (app.clone(), address.to_string());
        // Not here: the answer comes on the thread that asks, and would be waited for without end. Where the device has
        // no telephone nothing opens, and the number stays on screen.
        tauri::async_runtime::spawn_blocking(move || {
            let _ = app.opener().open_url(address, None::<&str>);
        });
    }
    is_ours(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_is_handed_numbers_and_nothing_else() {
        let rings = |address: &str| is_number(&address.parse().unwrap());
        for number in ["tel:112", "tel:+441632960134", "TEL:999"] {
            assert!(rings(number), "{number}");
        }
        for other in [
            "tel:11",
            "tel:+",
            "tel:",
            "tel:*%2306%23",
            "tel:*21*5550134",
            "tel:112#",
            "tel:112?x",
            "tel:112,,1",
            "tel:112;phone-context=example.org",
            "tel://112",
            "sms:112",
            "https://example.org/112",
        ] {
            assert!(!rings(other), "{other}");
        }
    }

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
