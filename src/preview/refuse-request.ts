import type { IncomingHttpHeaders } from "node:http";

export interface Refusal {
  readonly status: 403 | 405;
  readonly message: string;
}

/**
 * Why a request is not answered; null where it is. The preview has no password: it answers this machine only, under the
 * names that this machine has for itself, so that no page of the web can read it under a name of its own (DNS rebinding);
 * and what the browser says comes from another page is refused.
 */
export function refuseRequest(method: string, headers: IncomingHttpHeaders, port: number): Refusal | null {
  if (!["GET", "HEAD"].includes(method)) return { status: 405, message: "Only GET and HEAD are answered." };
  const hosts = ["127.0.0.1", "localhost", "[::1]"].map((name) =>
    port === 80 ? [name, `${name}:80`] : `${name}:${port}`,
  );
  if (!hosts.flat().includes((headers.host ?? "").toLowerCase())) {
    return { status: 403, message: `Only addresses that begin with http://127.0.0.1:${port}/ are answered.` };
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    return { status: 403, message: "Pages of other sites are not answered; open the address by itself." };
  }
  return null;
}
