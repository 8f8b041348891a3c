import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { environmentError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import type { Answer } from "./preview.ts";
import { refuseRequest } from "./refuse-request.ts";

/** The first port that is tried where nobody names one, and how many after it. */
const firstPort = 4870;
const portsTried = 20;

export interface PreviewServer {
  readonly port: number;
  /** Tells every page that is open how many checks there have been. */
  readonly tell: (round: number) => void;
  readonly close: () => Promise<void>;
}

/** What is behind the server. */
export interface Site {
  readonly round: () => number;
  /** @param path the steps of the address, decoded */
  readonly answer: (path: readonly string[]) => Answer;
}

/** Answers on this machine only. @throws UserError where the port, or every port, is taken */
export async function serve(site: Site, wanted: number | null): Promise<PreviewServer> {
  const last = wanted ?? firstPort + portsTried - 1;
  for (let port = wanted ?? firstPort; port <= last; port += 1) {
    const listeners = new Set<ServerResponse>();
    const servers = await listen(port, (request, response) => respond(request, response, port, site, listeners));
    if (servers === null) continue;
    return {
      port,
      tell: (round) => {
        for (const one of listeners) one.write(`data: ${round}\n\n`);
      },
      close: async () => {
        for (const one of listeners) one.end();
        await Promise.all(servers.map(close));
      },
    };
  }
  const what = wanted === null ? `every port from ${firstPort} to ${last} is` : `the port ${wanted} is`;
  throw environmentError(
    `Cannot show the preview: ${what} used by another program; name another with ${code("--port")}${wanted === null ? "" : ", or leave it out"}`,
  );
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Under both of the machine's own addresses, as far as it has them; null where the port is taken under one. */
async function listen(port: number, handle: Handler): Promise<readonly Server[] | null> {
  const servers: Server[] = [];
  for (const host of ["127.0.0.1", "::1"]) {
    const server = createServer(handle);
    const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once("error", resolve);
      server.listen({ port, host }, () => resolve(null));
    });
    if (failure === null) servers.push(server);
    else if (failure.code === "EADDRINUSE") {
      await Promise.all(servers.map(close));
      return null;
    } else if (host === "127.0.0.1") {
      throw environmentError(
        `Cannot show the preview at port ${port}: ${refusalOf(failure)}; name another with ${code("--port")}`,
      );
    }
    // Without IPv6 there is nothing else that somebody else could answer on.
  }
  return servers;
}

/** Low ports are for services, on most systems. */
function refusalOf(failure: NodeJS.ErrnoException): string {
  return failure.code === "EACCES" ? "the system keeps it for itself" : failure.message;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  site: Site,
  listeners: Set<ServerResponse>,
): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  const refusal = refuseRequest(request.method ?? "", request.headers, port);
  if (refusal !== null) {
    if (refusal.status === 405) response.setHeader("Allow", "GET, HEAD");
    sendText(request, response, refusal.status, refusal.message);
    return;
  }
  const path = stepsOf(request.url ?? "/");
  if (path === null) sendText(request, response, 400, "The address cannot be read.");
  else if (path.length === 1 && path[0] === "events") keepTelling(request, response, site, listeners);
  else if (path.length === 1 && path[0] === "favicon.ico") response.writeHead(204).end();
  else sendAnswer(request, response, answerOf(site, path));
}

const always: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The policy of our own pages: nothing runs and nothing is shown but what this server sends. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

const types = { html: "text/html", css: "text/css", js: "text/javascript", text: "text/plain" } as const;

function sendAnswer(request: IncomingMessage, response: ServerResponse, { status, type, body, framed }: Answer): void {
  const ancestors = `frame-ancestors ${framed === undefined ? "'none'" : "'self'"}`;
  // A paper brings its own policy along: this one only adds to it.
  response.setHeader("Content-Security-Policy", framed === "paper" ? ancestors : `${policy}; ${ancestors}`);
  response.writeHead(status, {
    "Content-Type": `${types[type]}; charset=utf-8`,
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(request.method === "HEAD" ? undefined : `${text}\n`);
}

/** A bug of ours is shown, and the preview goes on. */
function answerOf(site: Site, path: readonly string[]): Answer {
  try {
    return site.answer(path);
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = `This is a bug in qualspec; please report it with the lines that follow.\n${trace}\n`;
    return { status: 500, type: "text", body: text, framed: "page" };
  }
}

/** A line that stays open: each check that ends is told on it. */
function keepTelling(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  listeners: Set<ServerResponse>,
): void {
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  response.write(`retry: 1000\ndata: ${site.round()}\n\n`);
  listeners.add(response);
  response.once("close", () => listeners.delete(response));
}

/** The steps of an address, decoded; null where it cannot be. They name things in memory: none is ever a path on the disk. */
function stepsOf(url: string): readonly string[] | null {
  try {
    const [path = ""] = url.split(/[?#]/u);
    return path
      .split("/")
      .slice(1)
      .map((step) => decodeURIComponent(step));
  } catch {
    return null;
  }
}
