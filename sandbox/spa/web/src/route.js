// Hash routes: «#/thu-tuc/2.000635?tim=…». One reactive place that says where we are.
import { reactive } from "vue";

const read = () => {
  const [path, query = ""] = location.hash.replace(/^#/, "").split("?");
  return { path: path || "/", parts: path.split("/").filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
};
export const route = reactive(read());
export const go = (path) => { location.hash = path; };
window.addEventListener("hashchange", () => {
  Object.assign(route, read());
  window.scrollTo(0, 0);
});
