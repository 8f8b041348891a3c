type Child = Node | string;

/** An element with its attributes and what is in it; words are only ever words. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(label: string, act: () => void, attributes: Readonly<Record<string, string>> = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

export function paragraph(text: string, attributes: Readonly<Record<string, string>> = {}) {
  return element("p", attributes, text);
}

/** What the program says stands in the language of the document, also within a unit in another one. */
export function inOwnLanguage<Made extends HTMLElement>(made: Made, parent: Element | null): Made {
  const own = document.documentElement.lang;
  if (parent?.closest<HTMLElement>("[lang]")?.lang !== own) made.lang = own;
  return made;
}
