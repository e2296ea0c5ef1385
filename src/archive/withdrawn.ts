/** Why a statement stands only under its own address: `statement.withdrawn`. */
export const STANDS = 0;
/** A later reading of its article did not find it. */
export const NOT_FOUND = 1;
/** A reader's correction calls it no statement. */
export const HIDDEN = 2;
