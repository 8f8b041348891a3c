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

async function start(port: number | null) {
  const server = await serve(site, port);
  onTestFinished(server.close);
  return server;
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
  expect((await fetch(`http://127.0.0.1:${other.port}/`)).status).toBe(200);
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
  const bug = await fetch(`http://127.0.0.1:${port}/bug`);
  expect([bug.status, await bug.text()]).toEqual([500, expect.stringContaining("too bad")]);
  const next = await fetch(`http://127.0.0.1:${port}/`);
  expect([next.status, await next.text()]).toEqual([200, "<p>there</p>"]);
  expect(next.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(next.headers.get("access-control-allow-origin")).toBeNull();
});

test.each([
  ["an address that cannot be read", "/%zz", "GET", 400],
  ["what would change something", "/", "DELETE", 405],
  ["a look at the head of a page", "/", "HEAD", 200],
])("%s", async (_about, path, method, status) => {
  const { port } = await start(null);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  expect(answer.status).toBe(status);
  if (method === "HEAD") expect(await answer.text()).toBe("");
});
