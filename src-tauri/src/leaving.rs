//! Where the window may go: nowhere but to our own screens. A number is handed to the telephone, where there is one.

use tauri::{AppHandle, Url};

/// Whether the window may go to `address`. Where a number was pressed the card with it stays, whatever becomes of the
/// call, and so does every other screen.
pub(crate) fn may_go(app: &AppHandle, address: &Url) -> bool {
    if address.scheme() == "tel" {
        dial(app, address);
    }
    is_ours(address)
}

/// Whether it is one of our own screens, as each system's webview calls them.
fn is_ours(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost")
}

/// Opens the telephone with the number typed in: the person presses the last button. Should that fail, nothing happens
/// and the number can still be read.
#[cfg(target_os = "android")]
fn dial(app: &AppHandle, number: &Url) {
    use tauri::Manager;
    let number = number.to_string();
    let Some(window) = app.webview_windows().into_values().next() else { return };
    let _ = window.with_webview(move |webview| {
        webview.jni_handle().exec(move |env, activity, _| {
            let action = env.new_string("android.intent.action.DIAL");
            let number = env.new_string(number);
            let (Ok(action), Ok(number)) = (action, number) else { return };
            let parsed = env.call_static_method(
                "android/net/Uri",
                "parse",
                "(Ljava/lang/String;)Landroid/net/Uri;",
                &[(&number).into()],
            );
            if let Ok(parsed) = parsed.and_then(|parsed| parsed.l())
                && let Ok(intent) = env.new_object(
                    "android/content/Intent",
                    "(Ljava/lang/String;Landroid/net/Uri;)V",
                    &[(&action).into(), (&parsed).into()],
                )
            {
                let dials = "(Landroid/content/Intent;)V";
                let _ = env.call_method(activity, "startActivity", dials, &[(&intent).into()]);
            }
            // A device without a telephone throws; nothing else of ours may stumble over that.
            let _ = env.exception_clear();
        });
    });
}

/// Elsewhere numbers are text to read out, and no link asks for this.
#[cfg(not(target_os = "android"))]
fn dial(_: &AppHandle, _: &Url) {}

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
