"use client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { toast } from "@/ui/toast";
export function Live() {
  return (
    <div className="flex gap-2">
      <Button id="t" variant="secondary" onClick={() => toast("C’est publié.")}>Toast</Button>
      <Dialog trigger={{ id: "d", variant: "danger", children: "Supprimer mon compte" }} title="Supprimer ton compte ?">
        {(close) => (<><p className="text-ink-2">Ton nom disparaît de tout ce que tu as écrit. C’est définitif.</p><div className="flex justify-end gap-2"><Button variant="quiet" onClick={close}>Annuler</Button><Button variant="danger">Supprimer</Button></div></>)}
      </Dialog>
    </div>
  );
}
