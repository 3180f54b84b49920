// Small servers on this machine: one that gives out a page, one that only listens.
import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const LOOPBACK = '127.0.0.1';

/**
 * Serves one file at every path.
 *
 * @returns {Promise<{port: number, requests: string[], close: () => void}>}
 */
export async function serve(path) {
  const page = await readFile(path);
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page);
  });
  await listening(server);
  return { port: server.address().port, requests, close: () => stop(server) };
}

/**
 * Listens on one port for whatever a page may send: HTTP, WebSocket, a bare connection, UDP.
 *
 * @returns {Promise<{port: number, heard: string[], close: () => void}>} `heard` names the kinds heard.
 */
export async function canary() {
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(`http ${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end();
  });
  server.on('upgrade', (request, socket) => {
    heard.push(`websocket ${request.url}`);
    socket.destroy();
  });
  server.on('connection', () => heard.push('connection'));
  await listening(server);
  const { port } = server.address();
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => heard.push('udp'));
  await new Promise((resolve) => datagrams.bind(port, LOOPBACK, resolve));
  const close = () => {
    stop(server);
    datagrams.close();
  };
  return { port, heard, close };
}

const listening = (server) => new Promise((resolve) => server.listen(0, LOOPBACK, resolve));

function stop(server) {
  server.close();
  server.closeAllConnections();
}
