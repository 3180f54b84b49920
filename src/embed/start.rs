//! Starts the screen with what the address asks for.

use js_sys::Reflect;

use super::options;
use crate::ui;

/// Starts the app on this page.
pub fn start() {
    // The frame has no address of its own: the shell hands over what stands after `#` in its own.
    let fragment = Reflect::get(&js_sys::global(), &"equalMeasure".into())
        .and_then(|measure| Reflect::get(&measure, &"fragment".into()))
        .ok()
        .and_then(|fragment| fragment.as_string())
        .unwrap_or_default();
    ui::root::start(options::read(&fragment).switches);
}
