/** Verbs by which something comes of talks. */
export const MAKES =
  /^(?:sign(?:s|ed|ing|ature|atures)?|initial(?:s|led|ling|ed)?|adopt(?:s|ed|ing)?|conclud(?:e|ed|ing)|seal(?:ed)?|clinch(?:ed)?|reach(?:ed)?|struck|made|agreed)$/u;
