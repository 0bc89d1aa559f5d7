//! Generates what Tauri needs at compile time: the capability files and the embedded screens.

fn main() {
    tauri_build::build();
}
