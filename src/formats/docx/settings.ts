import type { Page } from "../../page/page.ts";
import { element, escapeXml, part, shorten, value, wordNamespaces, type Xml } from "./xml.ts";

/** What Word shows as the title of the window and says to a screen reader; no dates, for the clock has no say here. */
export function encodeProperties({ title, language }: Page): Xml {
  return part(
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      },
      element("dc:title", {}, escapeXml(shorten(title, 255))),
      element("dc:language", {}, escapeXml(language)),
    ),
  );
}

/** Laid out as Word does today, not as its old versions did; the order of the settings is the schema's. */
export function encodeSettings({ language, direction }: Page): Xml {
  const compatible = (name: string, setting: number) =>
    element("w:compatSetting", {
      "w:name": name,
      "w:uri": "http://schemas.microsoft.com/office/word",
      "w:val": setting,
    });
  return part(
    element(
      "w:settings",
      wordNamespaces,
      element("w:zoom", { "w:percent": 100 }),
      value("w:defaultTabStop", 720),
      value("w:characterSpacingControl", "doNotCompress"),
      element(
        "w:compat",
        {},
        compatible("compatibilityMode", 15),
        compatible("overrideTableStyleFontSizeAndJustification", 1),
        compatible("enableOpenTypeFeatures", 1),
        compatible("doNotFlipMirrorIndents", 1),
        compatible("differentiateMultirowTableHeaders", 1),
      ),
      element("w:themeFontLang", { "w:val": language, "w:bidi": direction === "rtl" ? language : undefined }),
      value("w:decimalSymbol", "."),
      value("w:listSeparator", ","),
    ),
  );
}
