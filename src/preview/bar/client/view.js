// Has a view loaded again when the site is another: what stands in a frame does so itself.
if (!document.querySelector('iframe')) {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws'));
  /** @type {string | undefined} */
  let first;
  socket.addEventListener('message', ({ data }) => {
    const { type, revision } = JSON.parse(data);
    if (type !== 'broadsheet.revision') return;
    first ??= revision;
    if (revision !== first) location.reload();
  });
}
