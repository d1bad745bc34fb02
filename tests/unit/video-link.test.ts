import { describe, expect, it } from "vitest";
import { isNothing, noMedia, readPicked } from "@/features/posts/media.rules.ts";
import { mediaField } from "@/features/posts/photo.schema.ts";
import { readVideoLink } from "@/features/posts/video-link.rules.ts";

describe("a video by its address", () => {
  it.each([
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&si=x", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://youtu.be/dQw4w9WgXcQ?si=suivi", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["http://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    [" youtube.com/live/dQw4w9WgXcQ ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://vimeo.com/123456789#t=3", "https://vimeo.com/123456789"],
    ["https://player.vimeo.com/video/123456789", "https://vimeo.com/123456789"],
    ["https://dai.ly/x8abcde", "https://www.dailymotion.com/video/x8abcde"],
    ["https://www.dailymotion.com/embed/video/x8abcde?a=b", "https://www.dailymotion.com/video/x8abcde"],
    ["https://framatube.org/w/9dRFC6Ya11NCVeYKn8ZhiD?start=1s", "https://framatube.org/w/9dRFC6Ya11NCVeYKn8ZhiD"],
    [
      "https://tilvids.com/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
      "https://tilvids.com/w/9c9de5e8-0a1e-484a-b099-e80766180a6d",
    ],
  ])("%s is written in one way, without what follows people", (typed, url) => {
    expect(readVideoLink(typed)?.url).toBe(url);
    expect(readVideoLink(url)?.url).toBe(url);
  });

  it.each([
    "https://evil.example/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://evil.example/https://youtu.be/dQw4w9WgXcQ",
    "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
    "https://user:pass@youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtube.com:8443/watch?v=dQw4w9WgXcQ",
    "javascript://youtube.com/watch?v=dQw4w9WgXcQ%0aalert(1)",
    "data:text/html,youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/redirect?q=https://evil.example",
    "https://www.youtube.com/playlist?list=PL1234567890",
    'https://youtu.be/"><script>1',
    "https://vimeo.com/../evil",
    "https://www.dailymotion.com/video/x8abcde/../../redirect",
    "https://framatube.org/accounts/evil",
    "",
    "marché",
    `https://youtu.be/dQw4w9WgXcQ?${"a".repeat(400)}`,
  ])("%s is none of ours", (typed) => {
    expect(readVideoLink(typed)).toBeNull();
  });
});

describe("what a form carries beside words", () => {
  const id = "0123456789ab";
  it("is the same as JSON, as it is, and as nothing", () => {
    const media = {
      photoIds: [id],
      descriptions: ["Le stand"],
      videoId: null,
      videoUrl: "https://youtu.be/dQw4w9WgXcQ",
    };
    const read = { ...media, videoUrl: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" };
    expect(mediaField.parse(JSON.stringify(media))).toEqual(read);
    expect(mediaField.parse(media)).toEqual(read);
    for (const nothing of ["", undefined, null, {}]) expect(mediaField.parse(nothing)).toEqual(noMedia);
    expect(readPicked(JSON.stringify(media))).toEqual(media);
  });

  it.each([
    "{",
    "[]",
    "null",
    '"x"',
    JSON.stringify({ photoIds: Array(11).fill(id) }),
    JSON.stringify({ photoIds: ["../../x"] }),
    JSON.stringify({ photoIds: [id], descriptions: ["x".repeat(301)] }),
    JSON.stringify({ photoIds: [id], descriptions: ["a\u0000b"] }),
    JSON.stringify({ videoUrl: "https://evil.example/x" }),
    JSON.stringify({ videoId: { not: "" } }),
    JSON.stringify({ postId: id }),
    '{"__proto__":{"photoIds":[]},"role":"lead"}',
  ])("refuses %s", (sent) => {
    expect(mediaField.safeParse(sent).success).toBe(false);
  });

  it("reads a draft that is not ours as nothing", () => {
    for (const kept of [undefined, "", "{", "[1]", "null", '{"photoIds":{},"videoId":3}'])
      expect(isNothing(readPicked(kept))).toBe(true);
  });
});
