// Runs inside a worker, after the wasm-bindgen glue: starts the wasm on the first message, which brings
// the compiled module. From then on the wasm listens for itself.
function equalMeasureWorker() {
  delete globalThis.WebTransport;
  self.onmessage = ({ data }) => {
    self.onmessage = null;
    // Thrown outside the promise, so that the page hears it as the worker's error.
    const fail = (error) => setTimeout(() => { throw error; });
    wasm_bindgen({ module_or_path: data.module }).catch(fail);
  };
}
