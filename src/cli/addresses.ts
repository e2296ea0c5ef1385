/** True for what is meant as an address rather than a file. */
export const isAddress = (operand: string): boolean => /^https?:\/\//i.test(operand);
