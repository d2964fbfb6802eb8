// Names for the buttons that Allure draws as bare icons: by what Allure calls them, else by the words beside them.
const NAMES = {
  "toggle-layout-button": "Đổi bố cục trang",
  "test-result-nav-prev": "Kết quả trước",
  "test-result-nav-next": "Kết quả sau",
  "tree-arrow": "Mở hoặc gập",
  "tree-subtree-toggle": "Mở hoặc gập mọi mục con",
  "test-result-steps-subtree-toggle": "Mở hoặc gập mọi bước",
};
const around = (button) => {
  for (let at = button.parentElement, up = 0; at && up < 4; at = at.parentElement, up += 1) {
    const title = at.querySelector("[data-testid=tree-section-title]") ?? at;
    const text = title.textContent.trim();
    if (text) return text.slice(0, 80);
  }
  return "";
};
const nameOf = (button) => {
  const known = NAMES[button.dataset.testid];
  if (known && !button.dataset.testid.startsWith("tree-")) return known;
  if (button.previousElementSibling?.dataset.testid === "toggle-layout-button") return "Đổi nền sáng hoặc tối";
  const words = known ?? (/arrow-button/.test(button.className) ? NAMES["tree-arrow"] : "Nút của");
  return `${words} «${around(button)}»`;
};
const label = (part) => {
  for (const button of part.querySelectorAll("button:not([aria-label])")) {
    if (!button.textContent.trim() && !button.title) button.setAttribute("aria-label", nameOf(button));
  }
};
new MutationObserver((changes) => {
  for (const change of changes) if (change.addedNodes.length) label(change.target);
}).observe(document, { childList: true, subtree: true });
