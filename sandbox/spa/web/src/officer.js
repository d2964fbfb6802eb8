import { createApp } from "vue";
import Officer from "./Officer.vue";
import { vuetify } from "./vuetify.js";

createApp(Officer).use(vuetify).mount("#ung-dung");
