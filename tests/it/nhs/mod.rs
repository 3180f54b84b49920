//! Codes and words of the NHS, read as what they mean.

mod directions;
mod settle;
mod ethnicity;
mod groups;
mod second;
mod texts;
