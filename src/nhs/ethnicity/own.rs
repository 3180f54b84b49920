//! Labels that are of none of the lists of England and Wales, and groups told by whom they leave out.

/// Words that only other lists have: those of the United States, of Scotland, of staff reports.
const FOREIGN: &str = "american alaska alaskan native hawaiian pacific islander hispanic latino latina latinx latine \
    multiracial biracial bme bame minority minorities majority polish showman showpeople showpeoples showwoman \
    showperson scots";

/// Words that say who is left out, as they stand in a label.
const LEFT_OUT: [&str; 10] = [
    "other than",
    "not",
    "non",
    "nonwhite",
    "except",
    "excluding",
    "excl",
    "apart from",
    "all other",
    "of colour",
];

/// Words that the lists of England and Wales are made of, of 2001, 2011 and 2021, and those beside them in
/// descriptions.
const LISTS: &str = "white black asian mixed multiple british english welsh scottish northern irish gypsy traveller \
    travellers roma romany any other background backgrounds ethnic ethnicity group groups category categories \
    african caribbean indian pakistani bangladeshi chinese arab and or a an of the in unspecified including heritage \
    origin descent people patients persons west south east census england wales britain uk british national \
    identity irl self described another race races more two combined 2001 2011 2021";

/// Whether a label (lower case, words apart by single spaces) is a group of its own.
pub(super) fn is_own(said: &str) -> bool {
    let padded = format!(" {said} ");
    let has = |phrase: &str| padded.contains(&format!(" {phrase} "));
    let scottish = has("scottish") && !has("welsh") && !has("english");
    let left_out = LEFT_OUT.iter().any(|phrase| has(phrase));
    let ethnic = said
        .split(' ')
        .any(|word| LISTS.split_whitespace().any(|other| other == word));
    FOREIGN.split_whitespace().any(has) || scottish || left_out && ethnic
}

/// Whether a word is one that the lists of England and Wales are made of.
pub(super) fn is_of_the_lists(word: &str) -> bool {
    let code = word.len() <= 2;
    code || LISTS.split_whitespace().any(|other| other == word)
}

/// Whether one label holds people of another: "White (Non-Hispanic)" some of "White".
pub(super) fn is_part(part: &str, whole: &str) -> bool {
    const NARROWER: &str = "non not hispanic or latino only alone";
    let rest: Vec<&str> = part
        .split(' ')
        .filter(|word| !NARROWER.split(' ').any(|other| other == *word))
        .collect();
    part != whole && rest.join(" ") == whole
}
