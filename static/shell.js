// The shell's one script: makes the sandboxed frame, hands it the wasm, and keeps out of the way.
// Written so that a browser of 2017 can read it and say that it is too old.
(() => {
  const script = document.currentScript;
  const root = document.documentElement;
  const notice = document.getElementById('notice');

  // A page saved by the browser holds the frame as it was: begin afresh.
  for (const stale of Array.from(document.querySelectorAll('iframe'))) stale.remove();
  document.getElementById('save').hidden = !/^https?:$/.test(location.protocol);

  // A function that fills and counts a vector of 16 bytes: valid only where wasm has simd128.
  const vector = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0,
    10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);
  const serves = () => {
    try {
      new DecompressionStream('deflate-raw');
      return WebAssembly.validate(vector);
    } catch (error) {
      return false;
    }
  };
  if (!serves()) {
    notice.hidden = false;
    root.dataset.error = notice.textContent;
    return;
  }
  delete root.dataset.error;
  notice.hidden = true;

  const markup = document.getElementById('frame').textContent.split('{{less-than}}').join('<');
  // The policy can make one thing only: the frame that stands in this file.
  const rules = { createHTML: () => markup };
  const policy = window.trustedTypes ? trustedTypes.createPolicy('equal-measure-shell', rules) : rules;

  const frame = document.createElement('iframe');
  frame.title = 'Equal Measure';
  frame.setAttribute('sandbox', 'allow-scripts allow-downloads allow-modals');
  frame.setAttribute('allow', 'clipboard-write');
  frame.srcdoc = policy.createHTML('');

  const decode = (text) => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    return bytes;
  };
  const unpack = async () => {
    const packed = new Blob([decode(document.getElementById('wasm').textContent)]);
    const plain = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(plain).arrayBuffer();
  };
  const handOver = async () => {
    try {
      const bytes = await unpack();
      frame.contentWindow.postMessage({ bytes, fragment: location.hash }, '*', [bytes]);
    } catch (error) {
      frame.contentWindow.postMessage({ bytes: null }, '*');
    }
  };

  let height = 0;
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || !event.data) return;
    if (event.data === 'wasm') handOver();
    else if (event.data.height > 0) height = event.data.height;
  });
  // A frame prints only what it shows, so it is made as tall as its content while the page prints.
  addEventListener('beforeprint', () => { if (height) frame.style.height = `${height}px`; });
  addEventListener('afterprint', () => { frame.style.height = ''; });

  // A file dropped on the shell must not replace the page.
  for (const type of ['dragover', 'drop']) {
    addEventListener(type, (event) => event.preventDefault());
  }

  script.before(frame);
})();
