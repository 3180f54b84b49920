//! `cargo xtask serve`: the built page on this machine, at an address to open in a browser.

use crate::build::build;
use crate::failure::{About, Outcome, refuse};
use crate::place;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

const PORT: u16 = 8000;

/// Builds the page and serves it until stopped.
pub(crate) fn serve(options: &[&str]) -> Outcome<()> {
    let port = match options {
        [] => PORT,
        ["--port", port] => port.parse().about("--port")?,
        other => return refuse(format!("serve does not know “{}”", other.join(" "))),
    };
    build()?;
    let page = fs::read(place::page()).about(place::page())?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .about(format!("port {port} (another: cargo xtask serve --port N)"))?;
    println!(
        "\nOpen http://{}/ in a browser, or the file itself from disk. Ctrl+C stops.",
        listener.local_addr().about("the listener")?
    );
    // A thread each: browsers open connections in reserve and leave them silent. A visitor who hangs up
    // early is no reason to stop.
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            scope.spawn(|| drop(answer(stream, &page)));
        }
    });
    Ok(())
}

/// Answers one request: the page for `/`, nothing else exists.
fn answer(mut stream: TcpStream, page: &[u8]) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let (status, body) = match path {
        "/" | "/index.html" => ("200 OK", page),
        _ => ("404 Not Found", &b"There is only one page here."[..]),
    };
    let kind = if body.len() == page.len() {
        "text/html; charset=utf-8"
    } else {
        "text/plain"
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\
         Referrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)
}
