// Chromium's own log of what it asked the network for: the only witness of name look-ups.

const OWN = /(^|\.)(google\.com|googleapis\.com|gstatic\.com)$/;
const HERE = new Set(['127.0.0.1', 'localhost', 'intranet.test', '']);

/** The hosts that a log names, without this machine and without Chromium's own maker. */
export function foreignHosts(log) {
  const named = [...log.matchAll(/"(?:url|host|hostname)":"([^"]*)"/g)].map(([, name]) => hostOf(name));
  return [...new Set(named)].filter((host) => !HERE.has(host) && !OWN.test(host)).sort();
}

function hostOf(name) {
  if (/^(blob|data|file|chrome|about|devtools):/.test(name)) return '';
  return name.replace(/^\w+:\/\//, '').replace(/[/:?#].*$/, '');
}
