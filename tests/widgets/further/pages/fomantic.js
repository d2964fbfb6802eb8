// Fomantic UI (Semantic UI): divs for everything, state in hidden inputs.
import "fomantic-ui/dist/semantic.css";
import $ from "../../pages/jquery-global.js";
import { labels as L, sections, relations, genders, vaccines, provinces, communes, searchEthnicity, report } from "../../pages/spec.js";
await import("fomantic-ui/dist/semantic.js");

const items = (values) => values.map((v) => `<div class="item" data-value="${v}">${v}</div>`).join("");
const drop = (id, values, more = "selection") => `<div class="ui ${more} dropdown" id="d-${id}"><input type="hidden" name="${id}"><i class="dropdown icon"></i><div class="default text">Chọn</div><div class="menu">${items(values)}</div></div>`;
const row = (id) => {
  const wrap = (body, more = "") => `<div class="field ${more}" id="row-${id}"><label>${L[id]}</label>${body}</div>`;
  if (id === "gender") return `<div class="grouped fields"><label>${L.gender}</label>${genders.map((g) => `<div class="field"><div class="ui radio checkbox"><input type="radio" name="gender" value="${g}"><label>${g}</label></div></div>`).join("")}</div>`;
  if (id === "copy" || id === "pledge") return `<div class="field"><div class="ui ${id === "copy" ? "toggle" : ""} checkbox"><input type="checkbox" id="${id}"><label>${L[id]}</label></div></div>`;
  if (id === "relation") return wrap(drop(id, relations));
  if (id === "province") return wrap(drop(id, provinces, "search selection"));
  if (id === "commune") return wrap(drop(id, []));
  if (id === "ethnicity") return wrap(drop(id, [], "search selection"));
  if (id === "vaccines") return wrap(drop(id, vaccines, "multiple search selection"));
  if (id === "note") return wrap(`<textarea id="note"></textarea>`);
  if (id === "birth_date" || id === "birth_time") return wrap(`<div class="ui calendar" id="c-${id}"><div class="ui input left icon"><i class="calendar icon"></i><input type="text" id="${id}"></div></div>`);
  return wrap(`<input type="text" id="${id}">`, "required");
};
document.body.innerHTML = `<main class="ui container"><h1>Đăng ký khai sinh</h1><form class="ui form">${Object.entries(sections).map(([title, ids]) => `<h2 class="ui dividing header">${title}</h2>${ids.map(row).join("")}`).join("")}</form></main>`;
$("#d-relation, #d-vaccines, #d-commune").dropdown();
$("#d-province").dropdown({ onChange: async (p) => {
  const found = await communes(p);
  $("#d-commune").dropdown("clear").dropdown("change values", found.map((v) => ({ name: v, value: v })));
} });
$("#d-ethnicity").dropdown({ minCharacters: 1, apiSettings: { mockResponseAsync: (settings, done) => searchEthnicity(settings.urlData.query)
  .then((found) => done({ success: true, results: found.map((v) => ({ name: v, value: v })) })) }, filterRemoteData: true, saveRemoteData: false });
$(".ui.checkbox").checkbox();
const two = (n) => String(n).padStart(2, "0");
$("#c-birth_date").calendar({ type: "date", monthFirst: false, formatter: { date: (d) => (d ? `${two(d.getDate())}/${two(d.getMonth() + 1)}/${d.getFullYear()}` : "") } });
$("#c-birth_time").calendar({ type: "time", ampm: false, formatter: { time: "HH:mm" } });
$("#row-copies").hide();
$("#copy").on("change", function () { $("#row-copies").toggle(this.checked); });
report(() => ({
  ...Object.fromEntries(["requester_name", "identity_number", "phone", "email", "child_name", "birth_date", "birth_time", "note"].map((id) => [id, $(`#${id}`).val()])),
  ...Object.fromEntries(["relation", "province", "commune", "ethnicity"].map((id) => [id, $(`[name=${id}]`).val()])),
  gender: $("[name=gender]:checked").val() ?? "", weight: Number($("#weight").val()) || null, vaccines: ($("[name=vaccines]").val() || "").split(",").filter(Boolean),
  copy: $("#copy").is(":checked"), pledge: $("#pledge").is(":checked"), copies: $("#copy").is(":checked") ? Number($("#copies").val()) || null : null,
}));
