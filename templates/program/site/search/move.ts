/** From the field down to the results and back with the arrow keys; Escape closes them. */
export function moveAmongLinks(field: HTMLInputElement, panel: HTMLElement): void {
  const links = () => [...panel.querySelectorAll<HTMLElement>("a, button")];
  const close = () => {
    panel.hidden = true;
    field.focus();
    panel.hidden = true;
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      panel.hidden = true;
    }
    if (event.key === "ArrowDown" && !panel.hidden) {
      event.preventDefault();
      links()[0]?.focus();
    }
    if (event.key === "Enter" && !panel.hidden) {
      event.preventDefault();
      links()[0]?.click();
    }
  });
  panel.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.findIndex((link) => link.matches(":focus"));
    if (event.key === "Escape") close();
    if (event.key === "ArrowDown") all[at + 1]?.focus();
    if (event.key === "ArrowUp") (at > 0 ? all[at - 1] : field)?.focus();
    if (["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) event.preventDefault();
  });
}
