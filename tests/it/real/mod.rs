//! Files as they were published, and the figures published with them.

mod csv;
mod workbooks;
mod nhs;
mod figures;
mod crossings;
mod measures;
