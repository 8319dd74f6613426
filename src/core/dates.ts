/** A moment as the API writes it: `2022-08-22T10:03:16+0000`, in UTC, without a colon in the offset (R110). */
export const formatDate = (moment: Date): string => `${moment.toISOString().slice(0, 19)}+0000`;
