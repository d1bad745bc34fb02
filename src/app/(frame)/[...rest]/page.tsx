import { notFound } from "next/navigation";

/** Any address that leads nowhere: the same answer, in the same frame, as what is hidden. */
export default function NowherePage(): never {
  notFound();
}
