// Gives the wasm its one door to the browser, and starts it on this page.
//
// `equalMeasure.spawn()` returns a new dedicated worker on the same wasm. The worker speaks first; what
// is sent to it before that may be lost. `equalMeasure.fragment` is what stands after `#` in the address.
function equalMeasureStart(module, workerSource, fragment) {
  const address = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  const policy = globalThis.trustedTypes
    ? trustedTypes.createPolicy('equal-measure', { createScriptURL: () => address })
    : { createScriptURL: () => address };

  globalThis.equalMeasure = {
    fragment,
    spawn() {
      const worker = new Worker(policy.createScriptURL(''));
      worker.postMessage({ module });
      return worker;
    },
  };
  return wasm_bindgen({ module_or_path: module });
}

// What a reader sees, and tests wait on, when the app could not start at all.
function equalMeasureFailed(error) {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = `Equal Measure could not start: ${error?.message ?? error}. ` +
    'Load the page again. If that does not help, fetch a fresh copy of the file.';
  document.body.append(line);
  document.documentElement.dataset.error = line.textContent;
  console.error(error);
}
