// A hand-made React page: react-select, react-datepicker, Radix primitives; labels are only words nearby.
import "react-datepicker/dist/react-datepicker.css";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import Select from "react-select";
import Async from "react-select/async";
import DatePicker from "react-datepicker";
import * as RS from "@radix-ui/react-select";
import * as Check from "@radix-ui/react-checkbox";
import * as RG from "@radix-ui/react-radio-group";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "../../pages/spec.js";

const items = (values) => values.map((value) => ({ value, label: value }));
const two = (n) => String(n).padStart(2, "0");
function Page() {
  const [v, setV] = useState({ ...blank(), birth_date: null, birth_time: null });
  const [places, setPlaces] = useState([]);
  const put = (id) => (value) => setV((old) => ({ ...old, [id]: value }));
  useEffect(() => { put("commune")(""); communes(v.province).then(setPlaces); }, [v.province]);
  report(() => ({ ...v, birth_date: v.birth_date ? `${two(v.birth_date.getDate())}/${two(v.birth_date.getMonth() + 1)}/${v.birth_date.getFullYear()}` : "",
    birth_time: v.birth_time ? `${two(v.birth_time.getHours())}:${two(v.birth_time.getMinutes())}` : "", weight: Number(v.weight) || null, copies: v.copy ? Number(v.copies) || null : null }));
  const row = (id, body) => <div className="row" style={{ marginBottom: 8 }}><div className="caption">{L[id]}</div><div>{body}</div></div>;
  const text = (id, rest) => row(id, <input value={v[id] ?? ""} onChange={(e) => put(id)(e.target.value)} {...rest} />);
  const one = (id, values) => row(id, <Select options={items(values)} placeholder="Chọn…" value={v[id] ? { value: v[id], label: v[id] } : null} onChange={(o) => put(id)(o?.value ?? "")} />);
  return <main style={{ maxWidth: 700, margin: "auto" }}><h1>Đăng ký khai sinh</h1>
    <section><h2>Thông tin người yêu cầu</h2>{text("requester_name")}{text("identity_number")}{text("phone")}{text("email")}
      {row("relation", <RS.Root value={v.relation} onValueChange={put("relation")}><RS.Trigger><RS.Value placeholder="Chọn" /></RS.Trigger><RS.Portal><RS.Content><RS.Viewport>
        {relations.map((r) => <RS.Item key={r} value={r}><RS.ItemText>{r}</RS.ItemText></RS.Item>)}</RS.Viewport></RS.Content></RS.Portal></RS.Root>)}</section>
    <section><h2>Thông tin trẻ</h2>{text("child_name")}
      {row("gender", <RG.Root value={v.gender} onValueChange={put("gender")}>{genders.map((g) => <div key={g}><RG.Item value={g} id={g} style={{ width: 18, height: 18 }}><RG.Indicator>●</RG.Indicator></RG.Item><label htmlFor={g}>{g}</label></div>)}</RG.Root>)}
      {row("birth_date", <DatePicker selected={v.birth_date} onChange={put("birth_date")} dateFormat="dd/MM/yyyy" />)}
      {row("birth_time", <DatePicker selected={v.birth_time} onChange={put("birth_time")} showTimeSelect showTimeSelectOnly timeIntervals={15} dateFormat="HH:mm" timeFormat="HH:mm" />)}
      {one("province", provinces)}{one("commune", places)}
      {row("ethnicity", <Async loadOptions={(t) => searchEthnicity(t).then(items)} value={v.ethnicity ? { value: v.ethnicity, label: v.ethnicity } : null} onChange={(o) => put("ethnicity")(o.value)} />)}
      {text("weight")}{row("vaccines", <Select isMulti options={items(vaccines)} value={items(v.vaccines)} onChange={(all) => put("vaccines")(all.map((o) => o.value))} />)}</section>
    <section><h2>Đề nghị</h2><div><Check.Root id="c" checked={v.copy} onCheckedChange={put("copy")} style={{ width: 18, height: 18 }}><Check.Indicator>✓</Check.Indicator></Check.Root><label htmlFor="c">{L.copy}</label></div>
      {v.copy && text("copies")}{row("note", <textarea value={v.note} onChange={(e) => put("note")(e.target.value)} />)}
      <div><Check.Root id="p" checked={v.pledge} onCheckedChange={put("pledge")} style={{ width: 18, height: 18 }}><Check.Indicator>✓</Check.Indicator></Check.Root><label htmlFor="p">{L.pledge}</label></div></section></main>;
}
createRoot(document.getElementById("app")).render(<Page />);
