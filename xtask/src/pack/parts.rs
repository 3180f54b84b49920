//! What a page is packed from: the bare page, the glue and the wasm that Trunk built.

use super::fill::between;
use crate::failure::{About, Outcome, refuse};
use crate::place;
use std::fs;
use std::path::Path;

/// The build's three parts.
pub(crate) struct Parts {
    /// The bare page, with the styles in it.
    pub(crate) html: String,
    /// wasm-bindgen's script for classic pages.
    pub(crate) glue: String,
    /// The program.
    pub(crate) wasm: Vec<u8>,
}

impl Parts {
    /// Reads Trunk's staging folder; the bare page's last script names the other two.
    pub(crate) fn from_trunk(staged: &Path) -> Outcome<Parts> {
        let html = place::read(&staged.join("index.html"))?;
        let named = |attribute: &str| between(&html, &format!(" {attribute}=\""), "\"");
        let (Some(glue), Some(wasm)) = (named("data-glue"), named("data-wasm")) else {
            return refuse(
                "Trunk's index.html does not name its glue and its wasm: see pattern_script",
            );
        };
        let wasm = staged.join(wasm);
        Ok(Parts {
            glue: place::read(&staged.join(glue))?,
            wasm: fs::read(&wasm).about(&wasm)?,
            html: html.replace("\r\n", "\n"),
        })
    }

    /// Reads the parts of the last release build.
    pub(crate) fn kept(folder: &Path) -> Outcome<Parts> {
        let wasm = folder.join("app.wasm");
        Ok(Parts {
            html: place::read(&folder.join("index.html"))?,
            glue: place::read(&folder.join("glue.js"))?,
            wasm: fs::read(&wasm).about(&wasm)?,
        })
    }

    /// Keeps the parts, for packing them again.
    pub(crate) fn keep(&self, folder: &Path) -> Outcome<()> {
        fs::create_dir_all(folder).about(folder)?;
        let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).about(folder);
        write("index.html", self.html.as_bytes())?;
        write("glue.js", self.glue.as_bytes())?;
        write("app.wasm", &self.wasm)
    }
}
