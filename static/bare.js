// The bare page of `trunk serve`, for developing: no shell, no frame, no policy. Same wasm, same doors.
(async () => {
  const { glue, wasm } = document.currentScript.dataset;
  const at = (name) => JSON.stringify(new URL(name, document.baseURI).href);
  const workerSource = `importScripts(${at(glue)}, ${at('worker.js')}); equalMeasureWorker();`;
  try {
    const response = await fetch(new URL(wasm, document.baseURI));
    await equalMeasureStart(await WebAssembly.compile(await response.arrayBuffer()), workerSource, location.hash);
  } catch (error) {
    equalMeasureFailed(error);
  }
})();
