import { Icon } from "@/ui/icons.tsx";
import { Menu } from "@/ui/menu.tsx";
import { AttachButtons } from "./upload-strip.tsx";
import type { AttachmentsInHand } from "./use-attachments.ts";

/** Photos, camera and files beside the words: side by side where there is room, behind one sign on a phone. */
export function AttachMenu({ attachments }: { attachments: AttachmentsInHand }) {
  return (
    <>
      <span className="max-sm:hidden">
        <AttachButtons attachments={attachments} />
      </span>
      <Menu
        label="Joindre"
        align="start"
        summary={
          <span className="grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink">
            <Icon name="plus" size={22} />
          </span>
        }
        className="sm:hidden"
      >
        {/* What was chosen shows above the words: the menu has done its work. */}
        <span
          onChange={(event) => {
            const menu = event.currentTarget.closest("details");
            if (menu) menu.open = false;
          }}
        >
          <AttachButtons attachments={attachments} inWords />
        </span>
      </Menu>
    </>
  );
}
