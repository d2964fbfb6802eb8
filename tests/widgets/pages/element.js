// Element Plus, compiled in the page.
import "element-plus/dist/index.css";
import { createApp, reactive, ref, watch } from "vue/dist/vue.esm-bundler.js";
import ElementPlus from "element-plus";
import vi from "element-plus/es/locale/lang/vi";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "./spec.js";

const app = createApp({
  setup() {
    const v = reactive({ ...blank(), weight: undefined, copies: undefined });
    const places = ref([]), found = ref([]);
    watch(() => v.province, async (p) => { v.commune = ""; places.value = await communes(p); });
    const search = async (t) => { found.value = await searchEthnicity(t); };
    report(() => ({ ...v, birth_date: v.birth_date ?? "", birth_time: v.birth_time ?? "", weight: v.weight ?? null,
      copies: v.copy ? v.copies ?? null : null }));
    return { v, L, relations, genders, vaccines, provinces, places, found, search };
  },
  template: `<main style="max-width:800px;margin:auto"><h1>Đăng ký khai sinh</h1><el-form label-position="top">
    <h2>Thông tin người yêu cầu</h2>
    <el-form-item v-for="id in ['requester_name','identity_number','phone','email']" :key="id" :label="L[id]" required>
      <el-input v-model="v[id]"/></el-form-item>
    <el-form-item :label="L.relation"><el-select v-model="v.relation"><el-option v-for="o in relations" :key="o" :label="o" :value="o"/></el-select></el-form-item>
    <h2>Thông tin trẻ</h2>
    <el-form-item :label="L.child_name"><el-input v-model="v.child_name"/></el-form-item>
    <el-form-item :label="L.gender"><el-radio-group v-model="v.gender"><el-radio v-for="g in genders" :key="g" :value="g">{{g}}</el-radio></el-radio-group></el-form-item>
    <el-form-item :label="L.birth_date"><el-date-picker v-model="v.birth_date" type="date" format="DD/MM/YYYY" value-format="DD/MM/YYYY"/></el-form-item>
    <el-form-item :label="L.birth_time"><el-time-picker v-model="v.birth_time" format="HH:mm" value-format="HH:mm"/></el-form-item>
    <el-form-item :label="L.province"><el-select v-model="v.province"><el-option v-for="o in provinces" :key="o" :label="o" :value="o"/></el-select></el-form-item>
    <el-form-item :label="L.commune"><el-select v-model="v.commune"><el-option v-for="o in places" :key="o" :label="o" :value="o"/></el-select></el-form-item>
    <el-form-item :label="L.ethnicity"><el-select v-model="v.ethnicity" filterable remote :remote-method="search"><el-option v-for="o in found" :key="o" :label="o" :value="o"/></el-select></el-form-item>
    <el-form-item :label="L.weight"><el-input-number v-model="v.weight" :min="300" :max="9000"/></el-form-item>
    <el-form-item :label="L.vaccines"><el-select v-model="v.vaccines" multiple><el-option v-for="o in vaccines" :key="o" :label="o" :value="o"/></el-select></el-form-item>
    <h2>Đề nghị</h2>
    <el-form-item :label="L.copy"><el-switch v-model="v.copy"/></el-form-item>
    <el-form-item v-if="v.copy" :label="L.copies"><el-input-number v-model="v.copies" :min="1" :max="20"/></el-form-item>
    <el-form-item :label="L.note"><el-input v-model="v.note" type="textarea"/></el-form-item>
    <el-checkbox v-model="v.pledge">{{L.pledge}}</el-checkbox></el-form></main>`,
});
app.use(ElementPlus, { locale: vi }).mount("#app");
