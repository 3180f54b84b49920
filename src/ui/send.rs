//! Where views send what happens.

use yew::Callback;

use super::app::Msg;

/// Takes what happened on the screen.
pub type Send = Callback<Msg>;
