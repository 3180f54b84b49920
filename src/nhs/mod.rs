//! What the NHS in England calls things: codes, groupings, organisations and indicators, as data.
