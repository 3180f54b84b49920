//! Sentences that the screen says in more than one place, or that need numbers.

use crate::core::plan::{Role, Switches};
use crate::present::page::{Block, Page};

/// Nothing is uploaded, said beside the button.
pub const NOTHING_SENT: &str = "Nothing is uploaded. The file is read here, inside this page, and \
                                nothing is sent, stored or remembered.";
/// The worker has been silent for long.
pub const QUIET: &str = "Nothing has been heard from the reading for 20 seconds. It may still finish. \
                         You can wait, or stop it and choose another file or sheet.";
/// The user stopped the work.
pub const STOPPED: &str = "Stopped.";
/// The user cleared everything.
pub const CLEARED: &str = "Everything is cleared.";
/// A file was asked for.
pub const SAVING: &str = "The file goes to your downloads.";
/// Something has left the page.
pub const REMEMBERED: &str = "What you saved or printed is remembered while this page is open, so that no later \
                              answer about this file gives a small number away beside it. Loading the page again, \
                              or clearing it, forgets that: then publish one of the two, not both.";
/// What may be chosen together.
pub const TOGETHER: &str = "Choose it together with a file that its codes can be looked up in, such as the \
                            deprivation of each small area or the network of each practice.";
/// The page asks about columns.
pub const ASKING: &str = "Check the columns before the file is read.";
/// A file came over the page.
pub const DRAGGED_IN: &str = "Entered drop zone";
/// A file left the page.
pub const DRAGGED_OUT: &str = "Left drop zone";

/// The files that stand beside the one that is measured.
pub fn beside(others: &[(String, u64)]) -> String {
    let named = others
        .iter()
        .map(|(name, bytes)| format!("{name} ({})", size(*bytes)));
    format!("Together with {}.", named.collect::<Vec<_>>().join(", "))
}

/// Files that came together with more than are looked at.
pub fn not_read(unread: u32) -> String {
    let files = if unread == 1 {
        "1 more file was"
    } else {
        &format!("{unread} more files were")
    };
    format!(
        "{files} not read: {} are read together at most.",
        crate::engine::several::MOST
    )
}

/// What the address asks for, where it asks for anything.
pub fn asked_for(switches: Switches) -> Option<String> {
    let words: Vec<&str> = [
        (switches.fifths, "deprivation in fifths"),
        (switches.sixteen_ethnic_groups, "all 16 ethnic groups"),
        (switches.chinese_in_asian, "Chinese counted as Asian"),
    ]
    .into_iter()
    .filter_map(|(on, words)| on.then_some(words))
    .collect();
    (!words.is_empty()).then(|| {
        let words = words.join(", ");
        format!("The link to this page asks for {words}. You can change that under step 3.")
    })
}

/// Every role with its words, in the order of offering.
pub const ROLES: &[(Role, &str)] = &[
    (Role::SetAside, "Not used"),
    (Role::Dimension, "Divides people into groups"),
    (Role::WeeksWaited, "Weeks waited"),
    (Role::DaysWaited, "Days waited"),
    (Role::YesNo, "Outcome: yes or no"),
    (Role::Number, "Outcome: a number"),
    (Role::Numerator, "Count with the outcome"),
    (Role::Denominator, "Count of everyone"),
    (Role::Count, "Count"),
    (Role::Band, "What the count is of"),
    (Role::Value, "Estimate"),
    (Role::Lower, "Lower limit"),
    (Role::Upper, "Upper limit"),
    (Role::StandardError, "Standard error"),
    (Role::Population, "Population of the group"),
    (Role::Breakdown, "Which breakdown the row is of"),
    (Role::Group, "Group, of several breakdowns"),
    (Role::Period, "Period"),
    (Role::Organisation, "Organisation or area"),
    (Role::Identifier, "Names a person (dropped)"),
];

/// A number with commas between thousands.
///
/// ```
/// use equal_measure::ui::words::count;
/// assert_eq!(count(1_234_567), "1,234,567");
/// assert_eq!(count(12), "12");
/// ```
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A size in bytes as people say it.
///
/// ```
/// use equal_measure::ui::words::size;
/// assert_eq!(size(512), "512 bytes");
/// assert_eq!(size(90_500_000), "90.5 MB");
/// ```
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.0} kB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.2} GB", bytes as f64 / 1e9),
    }
}

/// How far the reading is.
pub fn progress(bytes: u64, of: u64, rows: u64) -> String {
    let percent = (bytes * 100).checked_div(of).unwrap_or(0).min(100);
    format!("{percent}% read, {} rows so far.", count(rows))
}

/// A result is there; its headline, for those who cannot see the page change.
pub fn shown(page: &Page) -> String {
    let headline = page.blocks.iter().find_map(|block| match block {
        Block::Headline(words) => Some(words.as_str()),
        _ => None,
    });
    format!("Results are ready. {}", headline.unwrap_or_default())
}
