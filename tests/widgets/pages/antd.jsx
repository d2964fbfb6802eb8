// Ant Design (React).
import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import { Checkbox, ConfigProvider, DatePicker, Form, Input, InputNumber, Radio, Select, Switch, TimePicker } from "antd";
import vi from "antd/locale/vi_VN";
import "dayjs/locale/vi";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "./spec.js";

const items = (values) => values.map((value) => ({ value, label: value }));

function Page() {
  const [form] = Form.useForm();
  const [places, setPlaces] = useState([]);
  const [found, setFound] = useState([]);
  const copy = Form.useWatch("copy", form);
  report(() => {
    const v = { ...blank(), ...form.getFieldsValue(true) };
    return { ...v, birth_date: v.birth_date ? v.birth_date.format("DD/MM/YYYY") : "", weight: v.weight ?? null,
      birth_time: v.birth_time ? v.birth_time.format("HH:mm") : "", copies: v.copy ? v.copies ?? null : null };
  });
  const text = (id, rest) => <Form.Item name={id} label={L[id]} rules={[{ required: true }]}><Input {...rest} /></Form.Item>;
  return (
    <ConfigProvider locale={vi}><main style={{ maxWidth: 800, margin: "auto" }}><h1>Đăng ký khai sinh</h1>
      <Form form={form} layout="vertical" initialValues={{ copy: false, pledge: false, vaccines: [] }}>
        <h2>Thông tin người yêu cầu</h2>
        {text("requester_name")}{text("identity_number", { maxLength: 12 })}{text("phone")}{text("email")}
        <Form.Item name="relation" label={L.relation}><Select options={items(relations)} /></Form.Item>
        <h2>Thông tin trẻ</h2>{text("child_name")}
        <Form.Item name="gender" label={L.gender}><Radio.Group options={genders} /></Form.Item>
        <Form.Item name="birth_date" label={L.birth_date}><DatePicker format="DD/MM/YYYY" /></Form.Item>
        <Form.Item name="birth_time" label={L.birth_time}><TimePicker format="HH:mm" needConfirm={false} /></Form.Item>
        <Form.Item name="province" label={L.province}><Select options={items(provinces)} onChange={async (p) => {
          form.setFieldValue("commune", undefined); setPlaces(await communes(p)); }} /></Form.Item>
        <Form.Item name="commune" label={L.commune}><Select options={items(places)} /></Form.Item>
        <Form.Item name="ethnicity" label={L.ethnicity}><Select showSearch filterOption={false} options={items(found)}
          onSearch={async (t) => setFound(await searchEthnicity(t))} /></Form.Item>
        <Form.Item name="weight" label={L.weight}><InputNumber min={300} max={9000} /></Form.Item>
        <Form.Item name="vaccines" label={L.vaccines}><Select mode="multiple" options={items(vaccines)} /></Form.Item>
        <h2>Đề nghị</h2>
        <Form.Item name="copy" label={L.copy} valuePropName="checked"><Switch /></Form.Item>
        {copy && <Form.Item name="copies" label={L.copies}><InputNumber min={1} max={20} /></Form.Item>}
        <Form.Item name="note" label={L.note}><Input.TextArea /></Form.Item>
        <Form.Item name="pledge" valuePropName="checked"><Checkbox>{L.pledge}</Checkbox></Form.Item>
      </Form></main></ConfigProvider>
  );
}
createRoot(document.getElementById("app")).render(<Page />);
