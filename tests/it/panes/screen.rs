//! The screen as html, rendered without a browser.

use equal_measure::ui::model::Model;
use equal_measure::ui::view;
use yew::prelude::*;

#[derive(Properties)]
struct Props {
    model: std::rc::Rc<Model>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.model, &other.model)
    }
}

#[component]
fn Screen(props: &Props) -> Html {
    view::page(&props.model, &Callback::noop())
}

/// The html of a state.
pub(crate) fn html(model: Model) -> String {
    let props = Props {
        model: std::rc::Rc::new(model),
    };
    let renderer = yew::LocalServerRenderer::<Screen>::with_props(props).hydratable(false);
    block_on(renderer.render())
}

/// Rendering never waits for anything, so that one poll after another ends.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
