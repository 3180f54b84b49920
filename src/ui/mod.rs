//! The screen, in Yew.
