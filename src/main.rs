//! The wasm's one entry: a page starts the screen, a worker starts the engine.

#[cfg(target_arch = "wasm32")]
fn main() {
    use equal_measure::{embed, engine::browser};

    if browser::is_worker() {
        browser::worker::start();
    } else {
        embed::start::start();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use std::io::Write;

    std::io::stdout().write_all(
        b"Equal Measure runs in a browser: `cargo xtask build` makes its page, dist/index.html. \
          To answer a file on the command line: `cargo run --release --example answer -- FILE`.\n",
    )
}
