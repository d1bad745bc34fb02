import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

const plain = (address: string) =>
  address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;

function trusted(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of proxies) {
    const [network = "", bits] = entry.split("/");
    const family = isIP(network) === 6 ? "ipv6" : "ipv4";
    if (bits) list.addSubnet(network, Number(bits), family);
    else list.addAddress(network, family);
  }
  return list;
}

/** Reads the client's address: the socket's, or behind `TRUSTED_PROXIES` the last one they did not add themselves. */
export function addressReader(proxies: readonly string[]): (request: IncomingMessage) => string {
  const list = trusted(proxies);
  const isTrusted = (address: string) =>
    isIP(address) > 0 && list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? "");
    const forwarded = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((part) => plain(part.trim()));
    while (isTrusted(address) && forwarded.length > 0) {
      const next = forwarded.pop() ?? "";
      if (isIP(next) === 0) break;
      address = next;
    }
    return networkOf(address);
  };
}

/** What limits count by: a v4 address, or the /64 of a v6 one. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const groups = address.includes("::")
    ? [...left, ...Array(8 - left.length - right.length).fill("0"), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
