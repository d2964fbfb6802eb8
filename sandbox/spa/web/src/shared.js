// What every view may use: who is signed in, the toast, and one way to meet trouble.
import { reactive } from "vue";
import { go, route } from "./route.js";

export const account = reactive({ name: "", known: false });
export const toast = reactive({ shown: false, words: "", color: "" });
export const say = (words, color = "success") => Object.assign(toast, { shown: true, words, color });
// 401 leads to the sign-in page and back; everything else is said in a toast.
export const trouble = (refusal) => {
  if (refusal.status === 401) go(`/dang-nhap?tiep=${encodeURIComponent(route.path)}`);
  else say(refusal.message, "error");
};
// The payment's popup tells the page that opened it.
export const channel = () => new BroadcastChannel("nop-tien");
