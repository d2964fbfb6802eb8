// Vuetify with the components in use, Vietnamese words, SVG icons, and a nonce for its theme's style.
import "vuetify/styles";
import { createVuetify } from "vuetify";
import { aliases, mdi } from "vuetify/iconsets/mdi-svg";
import { vi } from "vuetify/locale";
import {
  VAlert, VApp, VAppBar, VAutocomplete, VBtn, VCard, VCardActions, VCardText, VCardTitle, VCheckbox, VChip, VContainer, VDialog,
  VFileInput, VFooter, VIcon, VMain, VProgressLinear, VRadio, VRadioGroup, VSelect, VSnackbar, VSpacer, VStepper, VStepperHeader,
  VStepperItem, VTable, VTextarea, VTextField,
} from "vuetify/components";
import { VDateInput } from "vuetify/labs/VDateInput";
import "./style.css"; // last, so that it may mend what the components bring

const colors = { primary: "#00574b", secondary: "#8a3b12", background: "#f4f6f5", error: "#a3180e", success: "#1b5e20", info: "#0b4a7a" };
const nonce = document.getElementById("goi")?.nonce;
export const vuetify = createVuetify({
  components: {
    VAlert, VApp, VAppBar, VAutocomplete, VBtn, VCard, VCardActions, VCardText, VCardTitle, VCheckbox, VChip, VContainer, VDateInput,
    VDialog, VFileInput, VFooter, VIcon, VMain, VProgressLinear, VRadio, VRadioGroup, VSelect, VSnackbar, VSpacer, VStepper,
    VStepperHeader, VStepperItem, VTable, VTextarea, VTextField,
  },
  locale: { locale: "vi", fallback: "vi", messages: { vi } },
  icons: { defaultSet: "mdi", aliases, sets: { mdi } },
  theme: { defaultTheme: "light", cspNonce: nonce, themes: { light: { colors } } },
  defaults: {
    VTextField: { variant: "outlined", color: "primary" }, VSelect: { variant: "outlined", color: "primary" },
    VAutocomplete: { variant: "outlined", color: "primary" }, VTextarea: { variant: "outlined", color: "primary" },
    VFileInput: { variant: "outlined", color: "primary" }, VDateInput: { variant: "outlined", color: "primary" },
    VBtn: { color: "primary", class: "text-none" }, VCard: { rounded: "lg", class: "mb-5", border: true, flat: true },
    VCheckbox: { color: "primary" }, VRadioGroup: { color: "primary" },
  },
});
