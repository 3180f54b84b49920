//! Text of another encoding on its way to UTF-8.

use encoding_rs::{Decoder, Encoding};

/// Converts chunk by chunk; a letter cut in two waits for its other half.
pub(super) struct Converter {
    decoder: Decoder,
    text: String,
}

impl Converter {
    pub(super) fn new(from: &'static Encoding) -> Self {
        Self {
            decoder: from.new_decoder_without_bom_handling(),
            text: String::new(),
        }
    }

    /// The text that these bytes complete; what cannot be decoded becomes U+FFFD.
    pub(super) fn convert(&mut self, bytes: &[u8], last: bool) -> &str {
        self.text.clear();
        let most = self.decoder.max_utf8_buffer_length(bytes.len());
        self.text.reserve(most.unwrap_or(bytes.len()));
        let _ = self.decoder.decode_to_string(bytes, &mut self.text, last);
        &self.text
    }
}

impl std::fmt::Debug for Converter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Converter from {}", self.decoder.encoding().name())
    }
}
