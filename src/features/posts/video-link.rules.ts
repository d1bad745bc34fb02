/** Where a video may be: its host's name, and how its address is read and written in one way only. */
type Host = { name: string; hosts: readonly string[]; read: (url: URL) => string | null };

const first = (text: string | null | undefined, shape: RegExp) => (text && shape.test(text) ? text : null);
const segments = (url: URL) => url.pathname.split("/").filter(Boolean);

const YOUTUBE_ID = /^[\w-]{11}$/;
const youtube: Host = {
  name: "YouTube",
  hosts: ["youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"],
  read(url) {
    const [one, two] = segments(url);
    const id =
      url.hostname === "youtu.be"
        ? one
        : one === "watch"
          ? url.searchParams.get("v")
          : ["shorts", "live", "embed"].includes(one ?? "")
            ? two
            : null;
    return first(id, YOUTUBE_ID) && `https://www.youtube.com/watch?v=${id}`;
  },
};

const vimeo: Host = {
  name: "Vimeo",
  hosts: ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
  read(url) {
    const [one, two] = segments(url);
    const id = first(one === "video" ? two : one, /^\d{5,12}$/);
    return id && `https://vimeo.com/${id}`;
  },
};

const dailymotion: Host = {
  name: "Dailymotion",
  hosts: ["dailymotion.com", "www.dailymotion.com", "dai.ly"],
  read(url) {
    const [one, two, three] = segments(url);
    const id = first(
      url.hostname === "dai.ly" ? one : one === "video" ? two : two === "video" ? three : null,
      /^x[0-9a-z]{4,10}$/i,
    );
    return id && `https://www.dailymotion.com/video/${id}`;
  },
};

/** Free software, kept by associations: an instance is added here by its name. */
const peertube: readonly Host[] = (
  [
    ["Framatube", "framatube.org"],
    ["TILvids", "tilvids.com"],
    ["PeerTube.stream", "peertube.stream"],
    ["Blast (PeerTube)", "video.blast-info.fr"],
  ] as const
).map(([name, host]) => ({
  name,
  hosts: [host],
  read(url) {
    const [one, two, three] = segments(url);
    const id = one === "w" ? two : one === "videos" && ["watch", "embed"].includes(two ?? "") ? three : null;
    return first(id, /^[0-9A-Za-z-]{10,36}$/) && `https://${host}/w/${id}`;
  },
}));

const hosts: readonly Host[] = [youtube, vimeo, dailymotion, ...peertube];

/** The hosts that are taken, in words. */
export const videoHostWords = "YouTube, Vimeo, Dailymotion ou PeerTube (Framatube, TILvids…)";

export type VideoLink = { url: string; hostName: string };

/**
 * A video by its address at one of these hosts, written in one way: https, without what follows people around. Null for
 * anything else, a list or a channel included.
 */
export function readVideoLink(text: string): VideoLink | null {
  if (text.length > 300) return null;
  const typed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (!url || !["https:", "http:"].includes(url.protocol) || url.username || url.password || url.port) return null;
  const host = hosts.find((one) => one.hosts.includes(url.hostname));
  const address = host?.read(url) ?? null;
  return host && address ? { url: address, hostName: host.name } : null;
}
