/** What a file has to hold before it is worth looking for waivers in comments; without its colon one is a slip. */
export const commentMark = /qualspec(?::|[ \t]+waive\b)/iu;
