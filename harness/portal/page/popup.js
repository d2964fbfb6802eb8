// What opens on demand: lists and calendars, wherever in the page they are drawn.
// While the page goes on changing it is given more time, up to `most`: a slow machine makes things slower, not wrong.
const until = (test, budget, most = budget) => new Promise((done) => {
  const start = performance.now();
  let end = start + budget;
  let changed = true;
  let ticks = 0;
  const observer = new MutationObserver(() => {
    changed = true;
    end = Math.min(start + most, Math.max(end, performance.now() + budget));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const look = () => {
    // Transitions show and hide without a mutation: look now and then all the same.
    const answer = changed || ++ticks % 4 === 0 ? test() : null;
    changed = false;
    if (!answer && performance.now() < end) return void setTimeout(look, 16);
    observer.disconnect();
    done(answer || null);
  };
  look();
});

const ITEM = "[role=option], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=treeitem], [role=radio], [role=checkbox]";
const isNew = (el) => !before.seen.has(el);
const pressable = (el) => {
  const at = el.getBoundingClientRect();
  return at.width > 2 && at.height > 2 && shown(el) && !el.matches(":disabled, [aria-disabled=true]");
};
const listsOf = (mark) => {
  const el = tagged(mark);
  if (!el) return [];
  if (laidOut(el)) return [el];
  const owners = [el, outerCombo(el), focused(), ...el.querySelectorAll("[aria-controls], [aria-owns]")].filter(Boolean);
  return owners.flatMap((o) => [...byIds(o, "aria-controls"), ...byIds(o, "aria-owns")]).filter((l) => l !== el);
};
const itemWords = (o) => norm(o.getAttribute("aria-label")) || say(o) || norm(o.title);
// Entries on offer: those of the list that the control points at; else entries by role; else what has appeared.
const offered = (mark) => {
  const pointed = listsOf(mark).flatMap((list) => every(list, `${ITEM}, li`)).filter(pressable);
  if (pointed.length) return pointed;
  const byRole = every(document, `${ITEM}, [role=listbox] li`).filter(pressable);
  const fresh = byRole.filter(isNew);
  const real = (fresh.length ? fresh : byRole.filter((o) => ["option", "treeitem"].includes(roleOf(o)))).filter(hittable);
  if (real.length) return real;
  const appeared = every(document, "li, [class*=option i], [class*=item i], a, td, div, span").filter((el) => isNew(el) && pressable(el)
    && el.textContent.length < 200 && ![...el.children].some((c) => say(c) === say(el) && pressable(c)) && say(el));
  const el = tagged(mark);
  if (appeared.length || !el) return appeared;
  // Nothing has appeared: the list may have stood open already, in the control itself.
  return every(widgetBox(el), "li, [class*=option i], [class*=item i]").filter((o) => pressable(o) && say(o) && hittable(o)
    && ancestors(o).some((n) => n !== el && inside(widgetBox(el), n) && dropping(n)));
};
const hittable = (el) => {
  const at = el.getBoundingClientRect();
  const x = Math.min(Math.max(at.x + at.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(at.y + at.height / 2, 0), innerHeight - 1);
  const root = el.getRootNode();
  const top = (root.elementFromPoint ? root : document).elementFromPoint(x, y);
  const scrolledAway = at.bottom < 0 || at.top > innerHeight || !top || !(inside(el, top) || inside(top, el));
  return !scrolledAway || !!scroller(el);
};
const scroller = (el) => {
  for (let n = el.parentElement; n && n !== document.body; n = n.parentElement) {
    if (n.scrollHeight > n.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(n).overflowY)) return n;
  }
  return null;
};
const entry = (mark, words) => {
  for (const fold of [key, loose]) {
    const found = offered(mark).filter((o) => same(itemWords(o), [words], fold));
    const inner = found.filter((o) => !found.some((other) => other !== o && inside(o, other)));
    if (inner.length) return inner[0];
  }
  return null;
};
const isChosen = (o) => ["aria-selected", "aria-checked"].some((a) => o.getAttribute(a) === "true");
// The same element for `still` ms on end: answers to each letter that was typed draw the list anew.
const steady = (get, budget, still, most) => {
  let [last, since] = [null, 0];
  return until(() => {
    const found = get();
    if (found !== last) [last, since] = [found, performance.now()];
    return found && performance.now() - since >= still ? found : null;
  }, budget, most);
};
// Whether the press has had an effect yet: the entry is there, something has opened, or there is a box to type in.
const begun = (mark, words) => !!entry(mark, words) || expanded() === "true" || layers().length > 0 || typing().editable;
// Waits for the entry of that name; a list that draws only what is in view is scrolled on.
const choose = async ({ mark, words, begin, budget, still = 0 }) => {
  if (begin) await until(() => begun(mark, words), begin);
  let found = await steady(() => entry(mark, words), budget, still, budget * 4);
  for (let step = 0; !found && step < 60; step++) {
    const box = offered(mark).map(scroller).find((s) => s && isNew(s));
    if (!box || box.scrollTop + box.clientHeight >= box.scrollHeight - 2) break;
    box.scrollTop += box.clientHeight * 0.8;
    found = await until(() => entry(mark, words), 120);
  }
  found?.scrollIntoView({ block: "nearest", behavior: "instant" });
  const labels = found ? [] : [...new Set(offered(mark).map(itemWords))].filter((w) => w && w.length < 120).slice(0, 60);
  return { tag: found ? tag(found) : "", chosen: !!found && isChosen(found), labels };
};
// Whether something that was not there before the control was pressed is there now, and covers the page.
const opened = ({ budget }) => until(() => layers().length > 0, budget).then(Boolean);
// A list that says it is closed may still be fading away: nobody waits for that.
const closed = ({ budget }) => until(() => expanded() === "false" || layers().length === 0, budget).then(Boolean);
const expanded = () => {
  const el = tagged(before.mark);
  return el ? el.getAttribute("aria-expanded") || outerCombo(el)?.getAttribute("aria-expanded") || "" : "";
};
const layers = () => {
  const el = tagged(before.mark);
  const box = el && (outerCombo(el) || widgetBox(el));
  // In the control itself a label moves and words appear: there only entries make a layer.
  return every(document, "body *").filter((n) => isNew(n) && !SILENT.has(n.tagName) && pressable(n)
    && ["absolute", "fixed"].includes(getComputedStyle(n).position) && (say(n) || coversPage(n))
    && (!box || !inside(box, n) || (n !== el && n.querySelector(`${ITEM}, li, td, [class*=item i], [class*=option i]`))));
};
const coversPage = (n) => {
  const at = n.getBoundingClientRect();
  return at.width * at.height > innerWidth * innerHeight / 2 && getComputedStyle(n).pointerEvents !== "none";
};
// The control once it holds something else than `value`; null when it still does after the budget.
const changed = ({ mark, value, budget }) => until(() => {
  const now = inspect().find((c) => c.tag === mark);
  return now && now.value !== value ? now : null;
}, budget);
const one = (mark) => inspect().find((c) => c.tag === mark) || null;
