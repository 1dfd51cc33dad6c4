/** Puts values into a sentence of the catalogue. */
export const say = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (_, n) => values[n]);
