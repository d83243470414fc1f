// The search box of every page. For now it leads to the list of cases.

/** @param {HTMLFormElement} _form */
export function attachSearch(_form) {}
