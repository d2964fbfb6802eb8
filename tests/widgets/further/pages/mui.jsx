// MUI with its date pickers: a date of sections, selects that are buttons, an autocomplete.
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Autocomplete, Checkbox, Chip, FormControl, FormControlLabel, FormLabel, InputLabel, MenuItem, Radio, RadioGroup, Select, Switch, TextField } from "@mui/material";
import { LocalizationProvider, DatePicker, TimePicker } from "@mui/x-date-pickers";
import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";
import "dayjs/locale/vi";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "../../pages/spec.js";

function Page() {
  const [v, setV] = useState({ ...blank(), birth_date: null, birth_time: null });
  const [places, setPlaces] = useState([]), [found, setFound] = useState([]), [typed, setTyped] = useState("");
  const put = (id) => (value) => setV((old) => ({ ...old, [id]: value }));
  useEffect(() => { put("commune")(""); communes(v.province).then(setPlaces); }, [v.province]);
  useEffect(() => { searchEthnicity(typed).then(setFound); }, [typed]);
  report(() => ({ ...v, birth_date: v.birth_date?.isValid() ? v.birth_date.format("DD/MM/YYYY") : "", birth_time: v.birth_time?.isValid() ? v.birth_time.format("HH:mm") : "",
    ethnicity: v.ethnicity ?? "", weight: Number(v.weight) || null, copies: v.copy ? Number(v.copies) || null : null }));
  const text = (id, rest) => <TextField fullWidth margin="dense" label={L[id]} value={v[id] ?? ""} onChange={(e) => put(id)(e.target.value)} {...rest} />;
  const list = (id, values, rest = {}) => <FormControl fullWidth margin="dense"><InputLabel id={`${id}-l`}>{L[id]}</InputLabel>
    <Select labelId={`${id}-l`} label={L[id]} value={v[id]} onChange={(e) => put(id)(e.target.value)} {...rest}>{values.map((x) => <MenuItem key={x} value={x}>{x}</MenuItem>)}</Select></FormControl>;
  return <LocalizationProvider dateAdapter={AdapterDayjs} adapterLocale="vi"><main style={{ maxWidth: 700, margin: "auto" }}><h1>Đăng ký khai sinh</h1>
    <h2>Thông tin người yêu cầu</h2>{text("requester_name", { required: true })}{text("identity_number")}{text("phone")}{text("email")}{list("relation", relations)}
    <h2>Thông tin trẻ</h2>{text("child_name")}
    <FormControl fullWidth><FormLabel id="gl">{L.gender}</FormLabel><RadioGroup row aria-labelledby="gl" value={v.gender} onChange={(e) => put("gender")(e.target.value)}>
      {genders.map((g) => <FormControlLabel key={g} value={g} label={g} control={<Radio />} />)}</RadioGroup></FormControl>
    <DatePicker label={L.birth_date} value={v.birth_date} onChange={put("birth_date")} format="DD/MM/YYYY" /><TimePicker label={L.birth_time} value={v.birth_time} onChange={put("birth_time")} ampm={false} />
    {list("province", provinces)}{list("commune", places)}
    <Autocomplete options={found} filterOptions={(x) => x} value={v.ethnicity || null} onChange={(_, x) => put("ethnicity")(x)} onInputChange={(_, t) => setTyped(t)} renderInput={(p) => <TextField {...p} margin="dense" label={L.ethnicity} />} />
    {text("weight", { type: "number" })}{list("vaccines", vaccines, { multiple: true, renderValue: (all) => all.map((x) => <Chip key={x} label={x} />) })}
    <h2>Đề nghị</h2><FormControlLabel label={L.copy} control={<Switch checked={v.copy} onChange={(e) => put("copy")(e.target.checked)} />} />
    {v.copy && text("copies", { type: "number" })}{text("note", { multiline: true })}
    <FormControlLabel label={L.pledge} control={<Checkbox checked={v.pledge} onChange={(e) => put("pledge")(e.target.checked)} />} /></main></LocalizationProvider>;
}
createRoot(document.getElementById("app")).render(<Page />);
