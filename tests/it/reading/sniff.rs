//! What the first bytes of a file say it is.

use equal_measure::ingest::error::ReadError;
use equal_measure::ingest::outline::{Encoding, Format};
use equal_measure::ingest::sniff;

fn text(delimiter: u8, encoding: Encoding, skip: usize) -> Format {
    Format::Delimited {
        delimiter,
        encoding,
        skip,
    }
}

fn check(name: &str, bytes: &[u8], expected: &Result<Format, ReadError>) {
    assert_eq!(
        &sniff::format(bytes, bytes.len() as u64),
        expected,
        "{name}"
    );
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1536, 0);
    bytes.extend(utf16(stream, u16::to_le_bytes));
    bytes
}

#[test]
fn foreign_files_are_named() {
    let cases: [(&[u8], &str); 5] = [
        (b"%PDF-1.7 a,b", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture (PNG)"),
        (b"\xFF\xD8\xFF\xE0", "a picture (JPEG)"),
        (b"<!DOCTYPE html><p>Sign in", "a web page"),
        (
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text",
            "OpenDocument",
        ),
    ];
    for (bytes, words) in cases {
        let error = sniff::format(bytes, bytes.len() as u64).expect_err(words);
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn workbooks_are_told_apart() {
    check("workbook", b"PK\x03\x04\x14\0xl/", &Ok(Format::Book));
    check(
        "password",
        &compound("EncryptedPackage"),
        &Err(ReadError::PasswordProtected),
    );
    check(
        "label",
        &compound("DRMEncryptedDataSpace"),
        &Err(ReadError::LockedByLabel),
    );
    check("Excel 97", &compound("Workbook"), &Ok(Format::Book));
}

#[test]
fn packed_files_and_json_are_read_whole() {
    check("gzip", b"\x1F\x8B\x08\0", &Ok(Format::Book));
    check("rows", b" [\n {\"Sex\": 1}]", &Ok(Format::Book));
    check("an object", b"{\"Sex\": [1, 2]}", &Ok(Format::Book));
    check("a table", b"<html>\n<TABLE><tr>", &Ok(Format::Book));
    check(
        "a name in brackets",
        b"[Sex],n\nF,1\n",
        &Ok(text(b',', Encoding::Utf8, 0)),
    );
}

#[test]
fn what_is_not_text_is_refused() {
    check("nothing", b"", &Err(ReadError::Empty));
    check("a mark alone", b"\xEF\xBB\xBF", &Err(ReadError::Empty));
    check("white space", b" \r\n\n", &Err(ReadError::Empty));
    check("zeros", &[0; 4096], &Err(ReadError::NotText));
    check(
        "some zeros",
        b"a,b\n\0,1\n2,3\n4,5\n",
        &Err(ReadError::NotText),
    );
    let noise: Vec<u8> = (0..4096u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1])
        .collect();
    check("noise", &noise, &Err(ReadError::NotText));
}

#[test]
fn encodings_are_found() {
    use Encoding::{Utf8, Utf16Be, Utf16Le, Windows1252};
    let table = "name,note\nZoë,£5\n";
    let marked = format!("\u{feff}{table}");
    let cases = [
        (Utf8, 0, b"a,b\n1,2\n".to_vec()),
        (Utf8, 0, table.into()),
        (Utf8, 3, marked.clone().into()),
        (Windows1252, 0, b"name,note\nZo\xEB,\xA35\n".to_vec()),
        (Utf16Le, 2, utf16(&marked, u16::to_le_bytes)),
        (Utf16Be, 2, utf16(&marked, u16::to_be_bytes)),
        (Utf16Le, 0, utf16(table, u16::to_le_bytes)),
        (Utf16Be, 0, utf16(table, u16::to_be_bytes)),
    ];
    for (encoding, skip, bytes) in cases {
        check(
            &format!("{bytes:?}"),
            &bytes,
            &Ok(text(b',', encoding, skip)),
        );
    }
}

#[test]
fn a_letter_cut_by_the_end_of_the_head_is_no_error() {
    let cut = &"name,note\nZoë,£5\n".as_bytes()[..13];
    assert_eq!(sniff::format(cut, 900), Ok(text(b',', Encoding::Utf8, 0)));
    assert_eq!(
        sniff::format(cut, 13),
        Ok(text(b',', Encoding::Windows1252, 0))
    );
}

#[test]
fn delimiters_are_found() {
    let cases = [
        (b',', "a,b,c\n1,2,3\n"),
        (b'\t', "a\tb\n1,5\t2\n"),
        (b'\t', "height\tnote\n5\" tall\ta, b\n6\" tall\tc\n"),
        (b';', "a;b;c\n1,5;2,5;3,5\n1,5;2;3,5\n"),
        (b'|', "a|b\n1|2\n"),
        (b',', "\"a;b;c\",d\n\"1;2;3\",4\n"),
        (b',', "\"say \"\"a;b\"\"; now\",d\n\"x\ny;z\",4\n"),
        (b',', "Table 1; people; weeks\n\na,b,c\n1,2,3\n4,5,6\n"),
        (b',', "alone\n1\n2\n"),
    ];
    for (delimiter, bytes) in cases {
        check(
            bytes,
            bytes.as_bytes(),
            &Ok(text(delimiter, Encoding::Utf8, 0)),
        );
    }
}
