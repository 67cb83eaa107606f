/** Whether a part of the page holds input that would be lost. */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    const hasDefault = options.some((option) => option.defaultSelected);
    return options.some((option, index) => option.selected !== (hasDefault ? option.defaultSelected : index === 0));
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.type === "file") return (control.files?.length ?? 0) > 0;
  return control.type !== "hidden" && control.value !== control.defaultValue;
}

export const isDirty = (root: ParentNode): boolean =>
  [...root.querySelectorAll<Control>("input, textarea, select")].some(isChanged);

/** The same after a refusal: what was typed is in the page as its own, and stored nowhere. */
export const holdsInput = (root: ParentNode): boolean =>
  isDirty(root) || root.querySelector(".aw-errors, #eingaben") !== null;

/** Typing there means text, never a command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
