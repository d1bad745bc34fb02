/** @type {import("next").NextConfig} */
export default {
  distDir: process.env.COOPOL_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // The title and the preview of a page stand in its head, for every reader: pages are sent whole, nothing streams.
  htmlLimitedBots: /.*/,
  // `npm test` runs tsc; TypeScript 7 has no JavaScript API for Next's own check to call.
  typescript: { ignoreBuildErrors: true },
  // Native addons and libraries that load files of their own: required at run time, not bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "pg-boss",
    "pino",
    "nodemailer",
    "pdfkit",
  ],
};
