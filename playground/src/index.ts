/** The site adds nothing of its own at start: what it has is in `src/api` and in the plugins. */
export default {
  register() {},
  bootstrap() {},
};
