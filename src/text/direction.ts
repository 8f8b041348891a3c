const rightToLeft = /^(?:ar|arc|ckb|dv|fa|ha-Arab|he|ks|ku-Arab|ps|sd|ug|ur|yi)\b/u;

/** Which way a language (BCP 47) is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.test(language) ? "rtl" : "ltr";
}
