//! The window and the phones: commands of a few lines, and no rule.

#[cfg(desktop)]
pub mod arguments;
pub mod bindings;

mod commands;
mod error;
mod handed_over;
mod host;
mod leaving;
#[cfg(target_os = "linux")]
pub mod linux;
mod opened;
mod reminders;
mod saved;
mod session;
mod watching;

use std::io::Write;

use tauri::webview::PageLoadEvent;
use tauri::{App, Manager, RunEvent, WebviewWindowBuilder, WindowEvent};

use host::Host;
pub use host::Start;

/// Starts on a phone, where nobody gives arguments and the system names the folder.
#[cfg(mobile)]
#[tauri::mobile_entry_point]
pub fn start_on_a_phone() {
    let _ = run(Start {
        folder: None,
        clock: backwise_store::clock::Clock::of_this_machine(),
        stands_still: false,
        open_round: None,
        open_file: None,
    });
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the system has no webview or no display.
pub fn run(start: Start) -> tauri::Result<()> {
    let builder = tauri::Builder::default();
    #[cfg(desktop)]
    let builder = builder
        .plugin(arguments::one_window_a_folder(&start))
        .plugin(tauri_plugin_window_state::Builder::default().build());
    // Its own listening to links would let other addresses out, too.
    #[cfg(mobile)]
    let builder =
        builder.plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build());
    #[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
    let builder = builder.manage(handed_over::Early::default());
    let app = builder
        .invoke_handler(commands::handler())
        .setup(|app| Ok(open(app, start)?))
        .on_window_event(|window, event| {
            if let WindowEvent::Focused(true) = event {
                let app = window.app_handle().clone();
                tauri::async_runtime::spawn_blocking(move || app.state::<Host>().seen());
            }
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Host>().stand_still();
        }
        #[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
        handed_over::hear(app, &event);
    });
    Ok(())
}

fn open(app: &App, mut start: Start) -> tauri::Result<()> {
    if start.folder.is_none() {
        start.folder = app.path().app_data_dir().ok();
    }
    #[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
    if let Some(path) = app.state::<handed_over::Early>().take() {
        start.open_file = Some(path);
    }
    app.manage(Host::new(app.handle().clone(), start));
    #[cfg(target_os = "linux")]
    linux::end_when_told(app.handle());
    app.state::<Host>().seen();
    reminders::begin(&app.state::<Host>());
    for window in &app.config().app.windows {
        let builder = WebviewWindowBuilder::from_config(app.handle(), window)?;
        #[cfg(desktop)]
        let builder = builder.on_navigation(leaving::is_ours);
        #[cfg(mobile)]
        let builder = {
            let app = app.handle().clone();
            builder.on_navigation(move |address| leaving::may_go(&app, address))
        };
        builder
            .on_page_load(|_, page| {
                if page.event() == PageLoadEvent::Finished {
                    let _ = writeln!(std::io::stdout(), "Backwise: the window is open.");
                }
            })
            .build()?;
    }
    Ok(())
}
