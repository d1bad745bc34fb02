import { fileURLToPath } from "node:url";
import product from "../../../next.config.js";

/** The bare Next application that the benches compare with: the same components, and nothing around them. */
export default {
  ...product,
  distDir: ".next",
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};
