import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { readRecord } from "../../src/record/read-record.ts";

/** What "Export to a file" gives: it has to fit the published schema. */
export async function exportFrom(page: Page): Promise<LearnerRecord> {
  const exporting = async () => {
    await press(page, "Export");
    // What has no name yet, or does not add up, is exported all the same.
    const anyway = page.locator("dialog").getByRole("button", { name: "Export", exact: true });
    if (await anyway.isVisible()) await anyway.click();
  };
  const [download] = await Promise.all([page.waitForEvent("download"), exporting()]);
  const { record, fault } = readRecord(readFileSync(await download.path(), "utf8"));
  expect(fault).toBeNull();
  if (record === null) throw new Error("No record");
  return record;
}

/** Chooses these records as files. */
export async function importInto(page: Page, ...records: readonly LearnerRecord[]): Promise<void> {
  await importTexts(page, ...records.map((record) => JSON.stringify(record)));
}

/** Brings in the file of one learner, about which there is nothing to ask. @returns what is said of it */
export async function bringIn(page: Page, record: LearnerRecord): Promise<string> {
  await importInto(page, record);
  return await arrived(page);
}

/** Closes what is said of a file that has been brought in. @returns what is said */
export async function arrived(page: Page): Promise<string> {
  const dialog = page.locator("dialog", { hasText: "The file has been brought in" });
  const said = await dialog.innerText();
  await dialog.getByRole("button", { name: "Close" }).click();
  return said;
}

/** Chooses files in which this stands, whatever it is. */
export async function importTexts(page: Page, ...texts: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "Import")]);
  const files = texts.map((text, at) => ({
    name: `record-${at + 1}.json`,
    mimeType: "application/json",
    buffer: Buffer.from(text),
  }));
  await chooser.setFiles(files);
}

/** A narrow screen has these buttons in the dialog behind "More". Looked for on all of a large page they take seconds. */
async function press(page: Page, name: string): Promise<void> {
  const inBar = page.locator(".bar").getByRole("button", { name });
  if (await inBar.isVisible()) return await inBar.click();
  await page.locator(".bar").getByRole("button", { name: "More" }).click();
  await page.locator("dialog").getByRole("button", { name }).first().click();
}
