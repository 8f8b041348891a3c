/** Where a table of an OpenType font begins. @throws Error where it has none of that name. */
export function tableStart(bytes: Buffer, name: string): number {
  const count = bytes.readUInt16BE(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (bytes.toString("latin1", record, record + 4) === name) return bytes.readUInt32BE(record + 8);
  }
  throw new Error(`A font has no table ${name}`);
}
