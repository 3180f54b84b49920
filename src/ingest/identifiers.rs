//! Columns that name a person, told by their name or by what is in them. They are dropped at reading.

use crate::nhs::words;

/// What kind of identifier a column holds, in words: "NHS numbers".
pub type Kind = &'static str;

/// The least number of filled cells before contents alone decide.
const ENOUGH: usize = 10;

/// Column names (lower case, letters and digits only) that name a person outright.
const NAMES: &[(&str, Kind)] = &[
    (
        "nhsno nhsnumber newnhsno nhsnum patientnhsnumber nhsnopatient nhsid pseudonhsnumber",
        "NHS numbers",
    ),
    (
        "name surname forename forenames firstname lastname middlename givenname familyname \
         fullname patientname patientsurname patientforename personname personfamilyname \
         persongivenname initials  gpname consultantname nextofkin maidenname \
         preferredname",
        "names of people",
    ),
    (
        "dob dateofbirth birthdate patientdob persbirthdate personbirthdate birthdt \
         patientdateofbirth mydob",
        "dates of birth",
    ),
    (
        "postcode postcodeofusualaddress patientpostcode homeaddresspostcode pcd pcd2 pcds \
         pcd7 pcd8 homeadd postcodeofresidence zippostcode",
        "postcodes",
    ),
    (
        "hospitalno hospitalnumber mrn localpatientid localpatientidentifier casenote \
         casenoteno casenotenumber patientid patientidentifier patientno patientnumber hospid \
         hospitalid unitnumber pasnumber districtnumber lpid rno patid crn emisnumber emisno \
         systmonenumber visionnumber ehrnumber epicmrn rionumber rioid cdmsnumber \
         pathwaynumber spellnumber",
        "hospital or patient numbers",
    ),
    (
        "hesid encryptedhesid tokenpersonid personid pseudoid studyid recordid personkey \
         patientkey spellid epikey susid generatedrecordid pathwayid patientpathwayidentifier \
         ubrn referralid attendanceid attendid uniqueid uid id rowid recordno recordnumber \
         patienttoken attendanceidentifier referralidentifier episodeid episodenumber \
         derpseudonhsnumber pseudo serviceuserid carespellid clientid caseid",
        "numbers that stand for a person or record",
    ),
    ("email emailaddress patientemail", "email addresses"),
    (
        "phone phonenumber telephone telephonenumber mobile mobilenumber tel homephone \
         contactnumber mobilephone",
        "telephone numbers",
    ),
    (
        "address addressline1 addressline2 addressline3 address1 address2 address3 \
         homeaddress patientaddress street housenumber uprn",
        "addresses",
    ),
];

/// Whether a column's name says that it names a person.
///
/// ```
/// use equal_measure::ingest::identifiers::by_name;
/// assert_eq!(by_name("NHS_Number"), Some("NHS numbers"));
/// assert_eq!(by_name("Organisation Name"), None);
/// ```
pub fn by_name(name: &str) -> Option<Kind> {
    let said = words::plain(name).replace(' ', "");
    let exact = NAMES
        .iter()
        .find(|(list, _)| list.split(' ').any(|name| name == said))
        .map(|&(_, kind)| kind);
    exact.or_else(|| {
        if said.starts_with("pseudo") && !said.contains("organisation") {
            Some("numbers that stand for a person or record")
        } else if said.contains("nhsnumber")
            && !said.contains("status")
            && !said.contains("indicator")
        {
            Some("NHS numbers")
        } else if said.contains("dateofbirth") {
            Some("dates of birth")
        } else if said.contains("surname")
            || said.contains("forename")
            || said.contains("patientname")
        {
            Some("names of people")
        } else if said.contains("postcode")
            && !said.contains("sector")
            && !said.contains("district")
        {
            Some("postcodes")
        } else if said.contains("hospitalnumber") || said.contains("emailaddress") {
            Some("hospital or patient numbers")
        } else {
            None
        }
    })
}

/// Whether the filled cells of a column name people: at least ten of them, four in five of one kind.
/// One random ten-digit number in eleven passes the NHS number check, so that four in five is decisive.
pub fn by_contents(filled: &[&str]) -> Option<Kind> {
    let count = filled.len();
    if count < ENOUGH {
        return None;
    }
    let most =
        |test: fn(&str) -> bool| filled.iter().filter(|text| test(text)).count() * 5 >= count * 4;
    if most(is_nhs_number) {
        Some("NHS numbers")
    } else if most(is_postcode) {
        Some("postcodes")
    } else if most(is_email) {
        Some("email addresses")
    } else if most(is_phone) {
        Some("telephone numbers")
    } else {
        None
    }
}

/// Whether a text is an NHS number: ten digits, the last of which checks the others (modulus 11).
///
/// ```
/// use equal_measure::ingest::identifiers::is_nhs_number;
/// assert!(is_nhs_number("943 476 5919"));
/// assert!(!is_nhs_number("943 476 5918"));
/// ```
pub fn is_nhs_number(text: &str) -> bool {
    let mut digits = [0u32; 10];
    let mut count = 0;
    for letter in text.trim().chars() {
        match letter.to_digit(10) {
            Some(digit) if count < 10 => {
                digits[count] = digit;
                count += 1;
            }
            None if letter == ' ' || letter == '-' => {}
            _ => return false,
        }
    }
    if count != 10 || digits.iter().all(|digit| *digit == digits[0]) {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .take(9)
        .zip((2..=10).rev())
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        check => check,
    };
    check == digits[9]
}

/// Whether a text is a full postcode of the United Kingdom.
pub fn is_postcode(text: &str) -> bool {
    let squeezed: String = text.trim().to_ascii_uppercase().split(' ').collect();
    let bytes = squeezed.as_bytes();
    if !(5..=7).contains(&bytes.len()) {
        return false;
    }
    let (outward, inward) = bytes.split_at(bytes.len() - 3);
    let letters = outward
        .iter()
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    let rest = &outward[letters..];
    let outward_fits = (1..=2).contains(&letters)
        && match rest {
            [digit] => digit.is_ascii_digit(),
            [digit, last] => digit.is_ascii_digit() && last.is_ascii_alphanumeric(),
            _ => false,
        };
    outward_fits && inward[0].is_ascii_digit() && inward[1..].iter().all(u8::is_ascii_uppercase)
}

fn is_email(text: &str) -> bool {
    text.trim()
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains(' '))
}

fn is_phone(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let begins = text.starts_with('0') || text.starts_with("+44") || text.starts_with("(0");
    begins
        && (10..=13).contains(&digits)
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || " +()-".contains(letter))
}
