/** Namespaces of WordprocessingML: each as Word saves it, and as "Strict Open XML" has it. */
export const word: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

export const math: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/officeDocument/2006/math",
  "http://purl.oclc.org/ooxml/officeDocument/math",
]);

/** Of Word 2010: check boxes. */
export const word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
export const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
export const xml = "http://www.w3.org/XML/1998/namespace";
