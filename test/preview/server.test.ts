import { type IncomingHttpHeaders, request } from "node:http";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type Site, serve } from "../../src/preview/server.ts";

const site: Site = {
  round: () => 7,
  answer: ([what]) => {
    if (what === "bug") throw new Error("too bad");
    return { status: 200, type: "html", body: "<p>there</p>" };
  },
};

async function start(port: number | null = null) {
  const server = await serve(site, port);
  onTestFinished(server.close);
  return server;
}

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Over a line of its own: one that is kept open leads to a server that is gone. */
function ask(port: number, path: string, method = "GET"): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (more: string) => {
        text += more;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    asked.once("error", reject).end();
  });
}

/** A port that another program has taken, under one of the machine's addresses. */
async function takenPort(host: string): Promise<number> {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, host, resolve);
  });
  onTestFinished(() => void other.close());
  const address = other.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

test("two previews have two ports", async () => {
  const [one, other] = [await start(null), await start(null)];
  expect(other.port).not.toBe(one.port);
  expect((await ask(other.port, "/")).status).toBe(200);
});

test("a port that was asked for and is taken is not changed for another", async () => {
  const port = await takenPort("127.0.0.1");
  await expect(serve(site, port)).rejects.toThrow(`the port ${port} is used by another program`);
});

test("pages are told of each check, from the first on", async () => {
  const server = await start(null);
  const { headers, body } = await fetch(`http://127.0.0.1:${server.port}/events`);
  expect(headers.get("content-type")).toContain("text/event-stream");
  const reader = body?.getReader();
  const next = async () => Buffer.from((await reader?.read())?.value ?? []).toString();
  expect(await next()).toContain("data: 7\n\n");
  server.tell(8);
  expect(await next()).toBe("data: 8\n\n");
});

test("a bug of ours is shown, and the next page too", async () => {
  const { port } = await start(null);
  const bug = await ask(port, "/bug");
  expect([bug.status, bug.text]).toEqual([500, expect.stringContaining("too bad")]);
  const next = await ask(port, "/");
  expect([next.status, next.text]).toEqual([200, "<p>there</p>"]);
  expect(next.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(next.headers["access-control-allow-origin"]).toBeUndefined();
});

test("what is asked in another way is answered in a word", async () => {
  const { port } = await start(null);
  expect((await ask(port, "/%zz")).status).toBe(400);
  expect(await ask(port, "/", "DELETE")).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  expect(await ask(port, "/", "HEAD")).toMatchObject({ status: 200, text: "" });
});
