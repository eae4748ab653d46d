export type FormValue = string | number | boolean | null | undefined | FormTree;
export interface FormTree {
  [key: string]: FormValue;
}

/** Writes nested values as `a[b][c]=value`; null and undefined members are left out. */
export function encodeForm(tree: FormTree): URLSearchParams {
  const form = new URLSearchParams();
  const add = (name: string, value: FormValue): void => {
    if (value === null || value === undefined) return;
    if (typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) add(`${name}[${key}]`, member);
    } else {
      form.append(name, String(value));
    }
  };
  for (const [key, value] of Object.entries(tree)) add(key, value);
  return form;
}
