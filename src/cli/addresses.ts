/** True for what is meant as an address rather than a file. */
export const isAddress = (operand: string): boolean => /^https?:\/\//i.test(operand);

/** True for an address of another kind, which is no file either. */
export const isOtherAddress = (operand: string): boolean =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(operand) && !isAddress(operand);
