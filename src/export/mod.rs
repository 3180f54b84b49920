//! Page and Release → bytes to save.
