// Last script of the frame: asks the shell for the wasm, checks it, starts it.
// `equalMeasureWasm` (its SHA-256) and `equalMeasureGlue` (wasm-bindgen's glue) stand above, from the packer.
(async () => {
  const workerSource =
    `const wasm_bindgen = (${equalMeasureGlue})();\n(${equalMeasureWorker})();`;

  const ask = () => new Promise((resolve, reject) => {
    const hear = ({ source, data }) => {
      if (source !== parent) return;
      removeEventListener('message', hear);
      if (data?.bytes instanceof ArrayBuffer) resolve(data);
      else reject(new Error('the program in this file could not be unpacked'));
    };
    addEventListener('message', hear);
    parent.postMessage('wasm', '*');
  });

  const check = async (bytes) => {
    const digest = await equalMeasureDigest(bytes);
    if (digest === equalMeasureWasm.sha256) return bytes;
    throw new Error('the program in this file is damaged or was changed');
  };

  // The shell can print all of the frame only if it knows how tall it is.
  new ResizeObserver(() => parent.postMessage({ height: document.documentElement.scrollHeight }, '*'))
    .observe(document.documentElement);

  try {
    const { bytes, fragment } = await ask();
    const module = await WebAssembly.compile(await check(bytes));
    // Only now, when no script is current: the glue would read the address of a current one, and an
    // inline script has none.
    globalThis.wasm_bindgen = equalMeasureGlue();
    await equalMeasureStart(module, workerSource, String(fragment));
  } catch (error) {
    equalMeasureFailed(error);
  }
})();
