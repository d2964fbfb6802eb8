// What probes ask of a page as it stands: its own passwords, consent, how fast it came, layout, waiting, live markup.
const REGISTERS = /(?:đăng ký|tạo|mở) (?:mới )?tài khoản|chưa có tài khoản|liên kết tài khoản|quên mật khẩu/iu;
window.__kiemthu.ownEntry = () => ({
  passwords: every(document, "input[type=password]").filter(shown).map((el) => nameOf(el) || el.placeholder || "ô mật khẩu").map(norm),
  registers: every(document, "a, button, h1, h2, h3, legend").filter(shown).map((el) => say(el)).map(norm).filter((words) => REGISTERS.test(words)),
});
// Boxes that ask for consent to the use of personal data, and the words around each.
const CONSENT = /đồng ý[^.]*(?:dữ liệu|thông tin) cá nhân|(?:dữ liệu|thông tin) cá nhân[^.]*đồng ý/iu;
const wordsAround = (el) => {
  const told = hintOf(el);
  let box = el.parentElement;
  while (box?.parentElement && say(box).length < 160) box = box.parentElement;
  return norm(`${told} ${say(box || el)}`).slice(0, 2000);
};
window.__kiemthu.consents = () => every(document, "input[type=checkbox], [role=checkbox], [role=switch]").filter((el) => !aside(el))
  .map((el) => ({ label: norm(nameOf(el) || markupLabel(el) || nearLabels(el, [el], fields())[0] || ""), text: wordsAround(el),
    checked: el.checked === true || el.getAttribute("aria-checked") === "true" }))
  .filter((row) => CONSENT.test(row.label));
// Milliseconds, by the browser's own clock. Long tasks count for what they take above 50 ms.
const painted = { lcp: null, blocked: 0 };
try {
  new PerformanceObserver((list) => { painted.lcp = list.getEntries().at(-1).startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const task of list.getEntries()) painted.blocked += Math.max(0, task.duration - 50); }).observe({ type: "longtask", buffered: true });
} catch { /* an engine that does not measure this */ }
// A page may be asked before it has been painted; one that never is gives no paint.
const PAINTS = 2000;
const first = () => performance.getEntriesByName("first-contentful-paint").length && performance.getEntriesByType("navigation")[0]?.loadEventEnd;
window.__kiemthu.pace = async () => {
  for (const end = performance.now() + PAINTS; !first() && performance.now() < end;) await new Promise((next) => setTimeout(next, 20));
  const [way] = performance.getEntriesByType("navigation");
  const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
  return { fcp, lcp: painted.lcp, full: way?.loadEventEnd || null, blocked: painted.blocked };
};
// A small screen: how much wider than it the page is and why, and what a finger cannot hit.
const PRESSED = "button, [role=button], input:not([type=hidden]), select, textarea, [role=checkbox], [role=switch], [role=radio]";
// `width`: of the screen; a phone zooms out on a page that is too wide, and then calls that its own width.
window.__kiemthu.layout = ({ least, width }) => {
  const wide = document.documentElement.scrollWidth - width;
  const inScroller = (el) => { for (let n = el.parentElement; n; n = n.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(n).overflowX) && n !== document.body && n !== document.documentElement) return true; return false; };
  const culprits = wide > 1 ? every(document.body, "*").filter((el) => shown(el) && el.getBoundingClientRect().right > width + 1 && !inScroller(el))
    .map((el) => `${el.tagName.toLowerCase()}${el.id ? `#${el.id}` : ""} ${norm(say(el)).slice(0, 30)}`.trim()).slice(-1) : [];
  // A button and the words beside it that press it are one target, as wide as both.
  const target = (el) => (["checkbox", "radio", "file"].includes(el.type) ? [el, ...(el.labels || [])] : [el]);
  const small = every(document, PRESSED).filter((el) => shown(el) && !dot(el) && !el.disabled).filter((el) => {
    const boxes = target(el).map((one) => one.getBoundingClientRect()).filter((b) => b.width && b.height);
    const span = (from, to) => Math.max(...boxes.map((b) => b[to])) - Math.min(...boxes.map((b) => b[from]));
    return span("left", "right") < least || span("top", "bottom") < least;
  }).map((el) => { const b = el.getBoundingClientRect(); return `${norm(nameOf(el) || el.value || el.tagName).slice(0, 40)} (${Math.round(b.width)}×${Math.round(b.height)})`; });
  return { wide: Math.max(0, wide), culprits, small };
};
// While an answer is awaited: does the control say so, is it locked, does the page show that it works?
window.__kiemthu.waitingSign = ({ mark, busy }) => {
  const el = mark ? document.querySelector(`[data-kt="${mark}"]`) : null;
  const marks = ["[aria-busy=true]", "progress", "[role=progressbar]", ...busy].join(", ");
  return {
    there: !!el, locked: !!el && (el.disabled || el.getAttribute("aria-disabled") === "true" || getComputedStyle(el).pointerEvents === "none"),
    signs: every(document, marks).filter(shown).map((one) => norm(nameOf(one) || say(one) || one.tagName.toLowerCase()).slice(0, 60)),
    words: el ? norm(say(el)) : "",
  };
};
// Nothing can be asked of a page whose document is on its way, so the page itself tells: what it shows shortly after
// the press, and then it presses once more.
window.__kiemthu.tellSending = (given) => {
  const el = document.querySelector(`[data-kt="${given.mark}"]`);
  let pressed = false;
  el?.addEventListener("click", () => {
    if (pressed) return;
    pressed = true;
    setTimeout(() => {
      const seen = window.__kiemthu.waitingSign(given);
      // A hand presses what lies under it: a control that lets nothing through is locked, whatever scripts could do.
      const box = el.getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (el.isConnected && hit && inside(el, hit)) hit.click();
      setTimeout(() => window.ktSending(seen), 600);
    }, 400);
  }, true);
};
// Markup that was typed as text: only a page that takes it for markup has such an element.
window.__kiemthu.planted = ({ name }) => ({
  alive: every(document, `[data-${name}]`).length, ran: !!window[`ran_${name.replace(/-/g, "_")}`],
  told: norm(document.body?.innerText || "").includes(name),
});
// What has the focus, and whether that can be seen against how the same thing looks without it.
const STILL = new CSSStyleSheet();
STILL.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important; }");
const NEAR = 3; // boxes around it on which libraries draw the ring
const look1 = (el, part) => { const s = getComputedStyle(el, part); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.opacity, s.transform, s.textDecorationLine].join("|"); };
const dress = (el) => `${look1(el)};${look1(el, "::before")};${look1(el, "::after")}`;
const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
window.__kiemthu.focused = async () => {
  let el = document.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  if (!el || el === document.body || el === document.documentElement) return { tag: "", name: "", visible: true };
  const style = getComputedStyle(el);
  let visible = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  if (!visible) {
    let box = el;
    for (let level = 0; level < NEAR && box.parentElement && box.parentElement !== document.body; level += 1) box = box.parentElement;
    const around = [box, ...box.querySelectorAll("*"), ...(el.labels || [])].slice(0, 80);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, STILL];
    const now = around.map(dress);
    el.blur();
    await frame(); // libraries answer in their own time
    visible = around.some((one, at) => dress(one) !== now[at]);
    el.focus();
    await frame();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== STILL);
  }
  const outer = el.parentElement?.closest("[role=combobox]"); // drawn lists often give the focus to a part of themselves
  return { tag: tag(el), of: outer ? tag(outer) : "", name: norm(nameOf(el) || say(el)).slice(0, 60), visible };
};
const WARNS = /[^.!?\n]*phiên[^.!?\n]{0,60}(?:sắp|còn|sẽ) [^.!?\n]*(?:hết|phút|giây|kết thúc)[^.!?\n]*/iu;
window.__kiemthu.warned = () => (document.body?.innerText || "").split(/\n+/).map(norm).find((line) => WARNS.test(line)) || "";
