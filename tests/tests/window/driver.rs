//! The real window, driven through WebDriver. Each wait is for a condition on the page, with a deadline.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::{Capabilities, TimeoutConfiguration};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::desktop::{Desktop, Running, program, repository};

/// How long a page may take to show what is waited for, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(25);

/// The real window, open on a desktop.
pub(crate) struct Window {
    client: Client,
    driver: Running,
    pictures: PathBuf,
    taken: usize,
}

impl Window {
    /// Starts the app with `arguments`. Its pictures go to `target/e2e/<name>`.
    pub(crate) async fn open(desktop: &Desktop, name: &str, arguments: &[&str]) -> Self {
        let port =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let driver = Running::start(
            desktop
                .command("WebKitWebDriver")
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .arg("--host=127.0.0.1")
                .arg(format!("--port={port}"))
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        until_it_listens(port).await;
        let options = json!({ "binary": program("backwise"), "args": arguments });
        let wanted = json!({ "browserName": "wry", "webkitgtk:browserOptions": options });
        let Value::Object(wanted) = wanted else { unreachable!("it is written as an object") };
        let address = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(Capabilities::from_iter(wanted)).connect(&address);
        let client = tokio::time::timeout(PATIENCE, connecting)
            .await
            .expect("the app answers in time")
            .expect("the driver starts the app");
        let mut timeouts = TimeoutConfiguration::default();
        timeouts.set_script(Some(PATIENCE + Duration::from_secs(5)));
        client.update_timeouts(timeouts).await.unwrap();
        let pictures = repository().join("target/e2e").join(name);
        std::fs::create_dir_all(&pictures).unwrap();
        Self { client, driver, pictures, taken: 0 }
    }

    /// Runs `script` in the page.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.client
            .execute(script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{error}\n{script}"))
    }

    /// Runs `script`, which hands its answer to `done`.
    pub(crate) async fn run_until_done(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        self.client
            .execute_async(&script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{error}\n{script}"))
    }

    /// Waits until the JavaScript expression `condition` holds, looking again at each change of the page.
    pub(crate) async fn until(&self, condition: &str) {
        self.until_within(condition, PATIENCE).await;
    }

    /// The same, for what must be shown within `patience`.
    pub(crate) async fn until_within(&self, condition: &str, patience: Duration) {
        let seen = self
            .run_until_done(&format!(
                r#"
                const holds = () => {{ try {{ return Boolean({condition}); }} catch {{ return false; }} }};
                let observer, deadline;
                const end = (answer) => {{ observer.disconnect(); clearTimeout(deadline); done(answer); }};
                const look = () => {{ if (holds()) end(null); }};
                observer = new MutationObserver(look);
                observer.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
                addEventListener("hashchange", () => queueMicrotask(look));
                deadline = setTimeout(() => end(location.href + "\n" + document.body.innerText), {});
                look();
                "#,
                patience.as_millis()
            ))
            .await;
        assert!(
            seen.is_null(),
            "waited in vain for {condition}; the page shows:\n{}",
            seen.as_str().unwrap_or_default()
        );
    }

    /// Waits until the page shows `text`.
    pub(crate) async fn until_shown(&self, text: &str) {
        self.until(&format!(
            "document.body.innerText.replaceAll(/[\u{2066}-\u{2069}]/g, '').includes({})",
            json!(text)
        ))
        .await;
    }

    /// Presses the first button or link called `name`, once it is there and can be pressed.
    pub(crate) async fn press(&self, name: &str) {
        let found = called(name);
        self.until(&format!("{found} && !{found}.disabled")).await;
        self.run(&format!("const it = {found}; it.focus(); it.click();")).await;
    }

    /// Presses keys, as on a keyboard.
    pub(crate) async fn keys(&self, keys: &str) {
        let active = self.client.active_element().await.unwrap();
        active.send_keys(keys).await.unwrap();
    }

    /// Presses one key after the other, wherever the focus is; the first ones stay down meanwhile.
    pub(crate) async fn strike(&self, held: &[char], keys: &str) {
        let down = held.iter().map(|value| KeyAction::Down { value: *value });
        let struck =
            keys.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let up = held.iter().map(|value| KeyAction::Up { value: *value });
        let all = down.chain(struck).chain(up);
        let actions = all.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(actions).await.unwrap();
    }

    /// Touches the middle of what `script` returns, where a person sees it.
    pub(crate) async fn touch(&self, script: &str) {
        let found = self.run(script).await;
        let id = found.as_object().and_then(|names| names.values().next()?.as_str());
        let id = id.unwrap_or_else(|| panic!("nothing is there: {script}")).to_owned();
        let element = Element::from_element_id(self.client.clone(), id.into());
        element.click().await.unwrap_or_else(|error| panic!("{error}\n{script}"));
    }

    /// Chooses the file `path` in the file field `selector`.
    pub(crate) async fn choose_file(&self, selector: &str, path: &Path) {
        self.until(&format!("document.querySelector({})", json!(selector))).await;
        let field = self.client.find(fantoccini::Locator::Css(selector)).await.unwrap();
        field.send_keys(&path.display().to_string()).await.unwrap();
    }

    /// Goes to the screen at `hash`.
    pub(crate) async fn go(&self, hash: &str) {
        self.run(&format!("location.hash = {}", json!(hash))).await;
    }

    /// Makes the window so large.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
        self.run_until_done(&format!(
            "const fits = () => innerWidth === {width} && innerHeight === {height};
             if (fits()) done(); else addEventListener('resize', () => {{ if (fits()) done(); }});"
        ))
        .await;
    }

    /// Keeps a picture of what the page shows.
    pub(crate) async fn picture(&mut self, name: &str) {
        self.taken += 1;
        let picture = self.client.screenshot().await.unwrap();
        std::fs::write(self.pictures.join(format!("{:02}-{name}.png", self.taken)), picture)
            .unwrap();
    }

    /// Ends the app as a crash would: `kill -9`, nothing is tidied up. Returns when it is gone.
    pub(crate) async fn kill(self) {
        self.end_by("-KILL").await;
    }

    /// Ends the app as the system does when somebody logs out.
    pub(crate) async fn log_out(self) {
        self.end_by("-TERM").await;
    }

    async fn end_by(self, signal: &str) {
        let app = self.processes().first().expect("the app runs").clone();
        assert!(Command::new("kill").args([signal, &app]).status().unwrap().success());
        // What ends by itself is not cut short by the end of the driver's process group.
        if signal == "-TERM" {
            until_it_is_gone(&app).await;
        }
        // Dropping the driver ends its process group, and waits.
        drop(self.driver);
        // While the old one is still on the bus, a new one would hand over to it and end at once.
        until_it_is_gone(&app).await;
    }

    /// Closes the window as its cross would, and waits until the app and its helpers have ended.
    pub(crate) async fn close_and_wait_until_all_has_ended(self) {
        let processes = self.processes();
        assert!(processes.len() > 1, "the app and the processes of its webview run");
        // The driver may lose the session before it can answer.
        let _ = self.client.close_window().await;
        for process in processes {
            until_it_is_gone(&process).await;
        }
    }

    /// The app and all that it started, by their numbers.
    fn processes(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut unread = vec![self.driver.id().to_string()];
        while let Some(parent) = unread.pop() {
            let children = format!("/proc/{parent}/task/{parent}/children");
            // One that has just ended has no children any more.
            let children = std::fs::read_to_string(children).unwrap_or_default();
            unread.extend(children.split_whitespace().map(str::to_owned));
            found.extend(children.split_whitespace().map(str::to_owned));
        }
        found
    }
}

/// The first button, link or summary whose text or label is `name`, as a JavaScript expression.
pub(crate) fn called(name: &str) -> String {
    format!(
        "[...document.querySelectorAll('button, a[href], summary, [role=button], label')].find((it) => it.checkVisibility() \
         && [it.getAttribute('aria-label'), it.textContent].some((text) => text?.replaceAll(/[\u{2066}-\u{2069}]/g, '').replaceAll(/\\s+/g, ' ').trim() === {}))",
        json!(name)
    )
}

/// Waits until the process with this number has ended.
async fn until_it_is_gone(process: &str) {
    let mut ended = tokio::process::Command::new("tail");
    ended.arg(format!("--pid={process}")).args(["-f", "/dev/null"]);
    let waited = tokio::time::timeout(PATIENCE, ended.kill_on_drop(true).status()).await;
    assert!(waited.is_ok(), "process {process} is still there");
}

/// The driver says nothing when it is ready, so it is asked until it answers or the deadline passes.
async fn until_it_listens(port: u16) {
    let mut again = tokio::time::interval(Duration::from_millis(10));
    let listens = async {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            again.tick().await;
        }
    };
    tokio::time::timeout(PATIENCE, listens).await.expect("WebKitWebDriver listens");
}
