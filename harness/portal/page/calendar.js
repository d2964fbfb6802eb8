// Calendars and clocks that open over the page: what to press next to reach a day, or an hour.
const MONTHS = [["jan", "một"], ["feb", "hai"], ["mar", "ba"], ["apr", "tư", "bốn"], ["may", "năm"], ["jun", "sáu"], ["jul", "bảy"], ["aug", "tám"],
  ["sep", "chín"], ["oct", "mười"], ["nov", "mười một"], ["dec", "mười hai"]];
const monthIn = (text) => {
  const low = norm(text).toLowerCase();
  const counted = /(?:tháng|thg|th|t)\.?\s*(1[0-2]|0?[1-9])(?!\d)/u.exec(low);
  if (counted) return Number(counted[1]);
  const named = [...MONTHS.keys()].reverse().find((m) => MONTHS[m].slice(1).some((w) => new RegExp(`tháng ${w}(?![\\p{L}])`, "u").test(low)));
  if (named !== undefined) return named + 1;
  const english = MONTHS.findIndex(([w]) => new RegExp(`(?<![a-z])${w}`).test(low));
  if (english >= 0) return english + 1;
  const before = /(?<!\d)(1[0-2]|0?[1-9])\s*[/.-]\s*(?:19|20)\d\d/.exec(low) || /(?:19|20)\d\d\s*[/.年-]\s*(1[0-2]|0?[1-9])(?!\d)/.exec(low);
  return before ? Number(before[1]) : 0;
};
const yearIn = (text) => Number(/(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0] || 0);
const dayIn = (text) => {
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return iso.slice(1).map(Number);
  const dmy = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})/.exec(text);
  if (dmy) return [+dmy[3], +dmy[2], +dmy[1]];
  const [year, month] = [yearIn(text), monthIn(text)];
  const rest = norm(text).toLowerCase().replace(/(?:19|20)\d\d/, " ").replace(/(?:tháng|thg|th)\.?\s*\d{1,2}/u, " ");
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(rest);
  return year && month && day ? [year, month, +day[1]] : null;
};
const isDay = (year, month, day) => (found) => !!found && found[0] === year && found[1] === month && found[2] === day;

const numbered = (most) => every(document, "body *").filter((el) => isNew(el) && !SILENT.has(el.tagName) && pressable(el)
  && /^\d{1,2}$/.test(norm(el.textContent)) && Number(el.textContent) <= most
  && ![...el.children].some((c) => norm(c.textContent) === norm(el.textContent) && pressable(c)));
const ancestors = (el) => { const up = []; for (let n = el; n; n = n.parentNode || n.host) if (n.nodeType === 1) up.push(n); return up; };
const common = (els) => ancestors(els[0]).find((n) => els.every((el) => inside(n, el)));
// Day cells in runs of one month: from a 1 up to the next 1.
const monthRuns = (cells) => {
  const runs = [];
  for (const cell of cells) {
    const n = Number(cell.textContent);
    if (n === 1) runs.push([]);
    if (runs.length && n === runs.at(-1).length + 1) runs.at(-1).push(cell);
  }
  return runs.filter((run) => run.length >= 28);
};
const spoken = (el) => {
  const up = ancestors(el).slice(0, 3);
  return up.flatMap((n) => ["aria-label", "title", "data-date", "data-value"].map((a) => n.getAttribute(a) || "")).filter(Boolean);
};
const BACK = /prev|back|trước|lùi|left|‹|«|◀|<|←/iu;
const FORTH = /next|forward|sau|tiếp|kế|right|›|»|▶|>|→/iu;
const YEARLY = /year|năm|super|double|d-arrow|«|»|<<|>>/iu;
const buttonWords = (el) => [el, ...el.querySelectorAll("*")].map((n) => `${n.getAttribute("aria-label") || ""} ${n.getAttribute("title") || ""} ${n.getAttribute("class") || ""}`).join(" ") + ` ${say(el)}`;
const arrows = (panel, grid) => every(panel, "button, [role=button], a, span, i, svg").filter((el) => pressable(el) && !inside(grid, el)
  && !el.querySelector("button, [role=button], a") && (el.matches("button, [role=button], a") || getComputedStyle(el).cursor === "pointer"))
  .map((el) => ({ el, words: buttonWords(el) }));

// The next move towards a day: {do: press | fill | select | day, tag, value}; null when no calendar can be read.
const calendar = ({ year, month, day }) => {
  const cells = numbered(31);
  const told = cells.find((cell) => spoken(cell).some((words) => isDay(year, month, day)(dayIn(words))) && !disabledCell(cell));
  if (told) return { do: "day", tag: tag(told) };
  const runs = monthRuns(cells);
  if (!runs.length) return null;
  const grid = common(runs[0]);
  let panel = grid;
  for (const n of ancestors(grid)) {
    panel = n;
    if (n === document.body || yearIn(headWords(n, grid)) || yearFields(n).length) break;
  }
  const head = headWords(panel, grid);
  const lists = every(panel, "select").filter(shown);
  const months = lists.find((s) => s.options.length === 12);
  const years = lists.find((s) => s !== months && [...s.options].some((o) => yearIn(o.label)));
  const box = yearFields(panel)[0];
  const shownYear = years ? yearIn(years.selectedOptions[0]?.label || "") : box ? Number(box.value) : yearIn(head);
  const shownMonth = months ? months.selectedIndex + 1 : monthIn(head);
  if (!shownYear || !shownMonth) return null;
  if (shownYear === year && shownMonth === month) return { do: "day", tag: tag(runs[0][day - 1]) };
  if (shownYear !== year && years && [...years.options].some((o) => yearIn(o.label) === year)) {
    return { do: "select", tag: tag(years), value: [...years.options].find((o) => yearIn(o.label) === year).value };
  }
  if (shownYear !== year && box) return { do: "fill", tag: tag(box), value: String(year) };
  if (months && shownYear === year) return { do: "select", tag: tag(months), value: months.options[month - 1].value };
  const far = (year - shownYear) * 12 + month - shownMonth;
  const buttons = arrows(panel, grid).filter((b) => (far < 0 ? BACK : FORTH).test(b.words) && !(far < 0 ? FORTH : BACK).test(b.words.replace(/[<>]/g, "")));
  const yearly = buttons.filter((b) => YEARLY.test(b.words));
  const monthly = buttons.filter((b) => !YEARLY.test(b.words));
  const [best] = Math.abs(far) >= 12 && yearly.length ? yearly : monthly;
  return best ? { do: "press", tag: tag(best.el), value: `${shownMonth}/${shownYear}` } : null;
};
const disabledCell = (cell) => ancestors(cell).slice(0, 3).some((n) => n.matches(":disabled, [aria-disabled=true]"));
const headWords = (panel, grid) => [...panel.querySelectorAll("*")].filter((n) => !inside(grid, n) && !inside(n, grid) && pressable(n) && !n.children.length
  && !n.matches("option, select")).map((n) => norm(n.textContent)).join(" ");
const yearFields = (panel) => every(panel, "input").filter((n) => shown(n) && /^(19|20)\d\d$/.test(n.value));

// Where an hour and its minutes can be set: two boxes to type in, or two columns to press in.
const clock = ({ hour, minute }) => {
  const boxes = every(document, "input, [role=spinbutton]").filter((el) => isNew(el) && pressable(el) && !/^(19|20)\d\d$/.test(el.value ?? ""));
  if (boxes.length >= 2 && boxes.length <= 4) return { boxes: boxes.slice(0, 2).map(tag) };
  const columns = [];
  for (const el of everyColumn()) {
    const last = columns.at(-1);
    const box = scroller(el) || el.parentElement.parentElement;
    if (last && last.box === box) last.cells.push(el);
    else columns.push({ box, cells: [el] });
  }
  const wide = columns.filter((c) => c.cells.length >= 4);
  const at = (column, n) => column?.cells.find((el) => Number(el.textContent) === n);
  const [h, m] = [at(wide[0], hour), at(wide[1], minute)];
  return h && m ? { columns: [tag(h), tag(m)] } : null;
};
const everyColumn = () => every(document, "body *").filter((el) => isNew(el) && shown(el) && /^\d{1,2}$/.test(norm(el.textContent))
  && Number(el.textContent) < 60 && ![...el.children].some((c) => norm(c.textContent) === norm(el.textContent)));
const CONFIRM = /^(ok|đồng ý|xong|chọn|áp dụng|xác nhận|done|apply|set|lưu)$/iu;
const confirming = () => {
  const [found] = every(document, PRESSABLE).filter((el) => isNew(el) && pressable(el) && CONFIRM.test(norm(nameOf(el))));
  return found ? tag(found) : "";
};
