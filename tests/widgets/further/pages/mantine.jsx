// Mantine: combobox inputs that are read-only, a calendar behind a typed date.
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Autocomplete, Checkbox, Group, MantineProvider, MultiSelect, NumberInput, Radio, Select, Switch, TextInput, Textarea, Fieldset } from "@mantine/core";
import { DateInput, DatesProvider, TimeInput } from "@mantine/dates";
import "dayjs/locale/vi";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, dmy, report } from "../../pages/spec.js";

function Page() {
  const [v, setV] = useState({ ...blank(), birth_date: null });
  const [places, setPlaces] = useState([]), [found, setFound] = useState([]);
  const put = (id) => (value) => setV((old) => ({ ...old, [id]: value }));
  const put2 = (id) => (e) => put(id)(e.currentTarget.value);
  useEffect(() => { put("commune")(null); communes(v.province).then(setPlaces); }, [v.province]);
  useEffect(() => { searchEthnicity(v.ethnicity).then(setFound); }, [v.ethnicity]);
  report(() => ({ ...v, birth_date: v.birth_date ? dmy(String(v.birth_date).slice(0, 10)) : "", commune: v.commune ?? "", relation: v.relation ?? "", province: v.province ?? "",
    weight: Number(v.weight) || null, copies: v.copy ? Number(v.copies) || null : null }));
  const text = (id, rest) => <TextInput label={L[id]} value={v[id]} onChange={put2(id)} {...rest} />;
  return <MantineProvider><DatesProvider settings={{ locale: "vi" }}><main style={{ maxWidth: 700, margin: "auto" }}><h1>Đăng ký khai sinh</h1>
    <Fieldset legend="Thông tin người yêu cầu">{text("requester_name", { withAsterisk: true })}{text("identity_number")}{text("phone")}{text("email")}
      <Select label={L.relation} data={relations} value={v.relation || null} onChange={put("relation")} /></Fieldset>
    <Fieldset legend="Thông tin trẻ">{text("child_name")}
      <Radio.Group label={L.gender} value={v.gender} onChange={put("gender")}><Group>{genders.map((g) => <Radio key={g} value={g} label={g} />)}</Group></Radio.Group>
      <DateInput label={L.birth_date} valueFormat="DD/MM/YYYY" value={v.birth_date} onChange={put("birth_date")} dateParser={(t) => { const [d, m, y] = t.split("/"); return y ? `${y}-${m}-${d}` : null; }} />
      <TimeInput label={L.birth_time} value={v.birth_time} onChange={put2("birth_time")} />
      <Select label={L.province} data={provinces} value={v.province || null} onChange={put("province")} searchable />
      <Select label={L.commune} data={places} value={v.commune || null} onChange={put("commune")} />
      <Autocomplete label={L.ethnicity} data={found} value={v.ethnicity} onChange={put("ethnicity")} />
      <NumberInput label={L.weight} value={v.weight ?? ""} onChange={put("weight")} thousandSeparator="." decimalSeparator="," suffix=" g" />
      <MultiSelect label={L.vaccines} data={vaccines} value={v.vaccines} onChange={put("vaccines")} /></Fieldset>
    <Fieldset legend="Đề nghị"><Switch label={L.copy} checked={v.copy} onChange={(e) => put("copy")(e.currentTarget.checked)} />
      {v.copy && <NumberInput label={L.copies} value={v.copies ?? ""} onChange={put("copies")} />}<Textarea label={L.note} value={v.note} onChange={put2("note")} autosize />
      <Checkbox label={L.pledge} checked={v.pledge} onChange={(e) => put("pledge")(e.currentTarget.checked)} /></Fieldset></main></DatesProvider></MantineProvider>;
}
createRoot(document.getElementById("app")).render(<Page />);
