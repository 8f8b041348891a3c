export function precompileTemplates(_folder: string): string {
  return "export {};\n";
}
