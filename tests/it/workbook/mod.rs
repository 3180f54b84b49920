//! Workbooks made in code: small ones, and hostile ones.

mod zip;
mod small;
mod hostile;
