//! What a host page may ask of the app.
