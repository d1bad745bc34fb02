import { notFound } from "next/navigation";

/** Before the page, so that its head is that of what is hidden too. */
export function generateMetadata(): never {
  notFound();
}

/** Any address that leads nowhere: the same answer, in the same frame, as what is hidden. */
export default function NowherePage(): never {
  notFound();
}
