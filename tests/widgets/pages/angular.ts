// Angular Material, compiled in the page (JIT).
import "zone.js";
import "@angular/compiler";
import "../node_modules/@angular/material/prebuilt-themes/azure-blue.css";
import { Component, LOCALE_ID, inject, signal } from "@angular/core";
import { registerLocaleData } from "@angular/common";
import vi from "@angular/common/locales/vi";
import { FormBuilder, ReactiveFormsModule } from "@angular/forms";
import { MatAutocompleteModule } from "@angular/material/autocomplete";
import { MatCheckboxModule } from "@angular/material/checkbox";
import { DateAdapter, MAT_DATE_FORMATS, MAT_DATE_LOCALE, NativeDateAdapter } from "@angular/material/core";
import { MatDatepickerModule } from "@angular/material/datepicker";
import { MatFormFieldModule } from "@angular/material/form-field";
import { MatInputModule } from "@angular/material/input";
import { MatRadioModule } from "@angular/material/radio";
import { MatSelectModule } from "@angular/material/select";
import { MatSlideToggleModule } from "@angular/material/slide-toggle";
import { bootstrapApplication } from "@angular/platform-browser";
import { labels, relations, genders, vaccines, provinces, communes, searchEthnicity, report } from "./spec.js";

registerLocaleData(vi);
class VietnameseDates extends NativeDateAdapter {
  override parse(text: string): Date | null {
    const [d, m, y] = (text ?? "").split("/").map(Number);
    return d && m && y ? new Date(y, m - 1, d) : null;
  }
  override format(date: Date): string {
    return [date.getDate(), date.getMonth() + 1].map((n) => String(n).padStart(2, "0")).concat(String(date.getFullYear())).join("/");
  }
}
const text = (id: string, rest = "") =>
  `<mat-form-field><mat-label>{{L.${id}}}</mat-label><input matInput formControlName="${id}" ${rest}></mat-form-field>`;
const select = (id: string, list: string, rest = "") =>
  `<mat-form-field><mat-label>{{L.${id}}}</mat-label><mat-select formControlName="${id}" ${rest}>
   @for (o of ${list}; track o) {<mat-option [value]="o">{{o}}</mat-option>}</mat-select></mat-form-field>`;

class Page {
  L: any = labels; relations = relations; genders = genders; vaccines = vaccines; provinces = provinces;
  places = signal<string[]>([]); found = signal<string[]>([]);
  form = inject(FormBuilder).group({
    requester_name: "", identity_number: "", phone: "", email: "", relation: "", child_name: "", gender: "",
    birth_date: null as Date | null, birth_time: "", province: "", commune: "", ethnicity: "", weight: null as number | null,
    vaccines: [[] as string[]], copy: false, copies: null as number | null, note: "", pledge: false,
  });
  // What is typed is no value of the form yet: requireSelection keeps it back until an entry is chosen.
  search = async (typed: string) => this.found.set(await searchEthnicity(typed));
  constructor() {
    const at = (id: string) => this.form.get(id)!;
    at("province").valueChanges.subscribe(async (p) => { at("commune").setValue(""); this.places.set(await communes(p)); });
    const dates = new VietnameseDates();
    report(() => {
      const v = this.form.getRawValue();
      return { ...v, birth_date: v.birth_date ? dates.format(v.birth_date) : "", copies: v.copy ? v.copies : null };
    });
  }
}
Component({
  selector: "app-root", standalone: true,
  imports: [ReactiveFormsModule, MatAutocompleteModule, MatCheckboxModule, MatDatepickerModule, MatFormFieldModule, MatInputModule,
    MatRadioModule, MatSelectModule, MatSlideToggleModule],
  template: `<main style="max-width:800px;margin:auto"><h1>Đăng ký khai sinh</h1><form [formGroup]="form">
    <section><h2>Thông tin người yêu cầu</h2>${["requester_name", "identity_number", "phone", "email"].map((id) => text(id, "required")).join("")}
    ${select("relation", "relations")}</section><section><h2>Thông tin trẻ</h2>${text("child_name")}
    <div><span id="gl">{{L.gender}}</span><mat-radio-group aria-labelledby="gl" formControlName="gender">
      @for (g of genders; track g) {<mat-radio-button [value]="g">{{g}}</mat-radio-button>}</mat-radio-group></div>
    <mat-form-field><mat-label>{{L.birth_date}}</mat-label><input matInput [matDatepicker]="p" formControlName="birth_date">
      <mat-datepicker-toggle matIconSuffix [for]="p"></mat-datepicker-toggle><mat-datepicker #p></mat-datepicker></mat-form-field>
    ${text("birth_time", 'type="time"')}${select("province", "provinces")}${select("commune", "places()")}
    <mat-form-field><mat-label>{{L.ethnicity}}</mat-label><input matInput [matAutocomplete]="a" formControlName="ethnicity"
      #typed (input)="search(typed.value)">
      <mat-autocomplete #a="matAutocomplete" requireSelection>@for (o of found(); track o) {<mat-option [value]="o">{{o}}</mat-option>}</mat-autocomplete></mat-form-field>
    ${text("weight", 'type="number"')}${select("vaccines", "vaccines", "multiple")}</section><section><h2>Đề nghị</h2>
    <mat-slide-toggle formControlName="copy">{{L.copy}}</mat-slide-toggle>
    @if (form.value.copy) {${text("copies", 'type="number"')}}
    <mat-form-field><mat-label>{{L.note}}</mat-label><textarea matInput formControlName="note"></textarea></mat-form-field>
    <mat-checkbox formControlName="pledge">{{L.pledge}}</mat-checkbox></section></form></main>`,
})(Page);
document.body.append(document.createElement("app-root"));
bootstrapApplication(Page, { providers: [
  { provide: LOCALE_ID, useValue: "vi" }, { provide: MAT_DATE_LOCALE, useValue: "vi" },
  { provide: DateAdapter, useClass: VietnameseDates },
  { provide: MAT_DATE_FORMATS, useValue: { parse: { dateInput: null }, display: { dateInput: "input", monthYearLabel: { year: "numeric", month: "short" },
    dateA11yLabel: { year: "numeric", month: "long", day: "numeric" }, monthYearA11yLabel: { year: "numeric", month: "long" } } } },
] });
