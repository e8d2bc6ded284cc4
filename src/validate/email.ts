/** Whether a text is an e-mail address that can be written into a link: one `@`, a host with a dot, nothing that ends a link. */
export function isEmail(text: string): boolean {
  const [name = '', host = '', ...others] = text.split('@');
  return others.length === 0 && name !== '' && /[^.]\.[^.]/.test(host) && !/[\s<>"?&%\\]/.test(text);
}
