// Keeps the guide of a country for when there is no network.
const page = document.querySelector('[data-keep]').dataset.keep;
navigator.serviceWorker?.register(page + '/worker.js', { scope: page })
  .then((worker) => worker.active?.postMessage('keep')).catch(() => {});
