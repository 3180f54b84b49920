// First script of the frame: closes what a policy in the page cannot close.
(() => {
  // `connect-src` does not reach WebRTC, so its doors are taken away; WebTransport goes with them.
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) {
    delete globalThis[name];
  }

  const isLink = (node) =>
    node instanceof Element &&
    (node.localName === 'a' || node.localName === 'area' ||
      (node.namespaceURI.endsWith('MathML') && node.hasAttribute('href')));
  const address = (link) => (link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '').trim();
  const isPlain = (event) =>
    event.type === 'click' && event.button === 0 &&
    !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

  // A link inside the frame may save a file made here, or move within the page. A sandbox alone lets a
  // Ctrl-, Shift- or middle-click open any address in a new tab.
  const guard = (event) => {
    for (const link of event.composedPath().filter(isLink)) {
      const to = address(link);
      if (isPlain(event) && to.startsWith('blob:') && link.hasAttribute('download')) continue;
      event.preventDefault();
      if (isPlain(event) && to.startsWith('#')) show(to.slice(1));
      else if (to) event.stopImmediatePropagation();
    }
  };

  // `#name` leads nowhere in a srcdoc frame, so it is walked by hand.
  const show = (id) => {
    const target = document.getElementById(decodeURIComponent(id));
    if (!target) return;
    if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  };

  for (const type of ['click', 'auxclick']) addEventListener(type, guard, true);

  // The guard hears only what passes through this document in the open. Firefox lets a script click a
  // loose link with Ctrl held, so loose nodes take no made-up events; and no shadow may be closed.
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function dispatch(event) {
    const isLoose = this instanceof Node && this.getRootNode({ composed: true }) !== document;
    return isLoose ? false : dispatchEvent.call(this, event);
  };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(options) {
    return attachShadow.call(this, { ...options, mode: 'open' });
  };

  // A file dropped beside its place must not make the browser open it instead of the page.
  for (const type of ['dragover', 'drop']) {
    addEventListener(type, (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    });
  }
})();
