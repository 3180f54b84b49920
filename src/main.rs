//! The wasm's one entry: a page starts the screen, a worker starts the engine.

fn main() {}
