//! Writes `ui/src/host/bindings.ts` anew.

fn main() -> std::io::Result<()> {
    std::fs::write(backwise_app::bindings::place(), backwise_app::bindings::typescript())
}
