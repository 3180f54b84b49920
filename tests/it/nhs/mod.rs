//! Codes and words of the NHS, read as what they mean.

mod settle;
mod ethnicity;
mod groups;
mod second;
mod texts;
