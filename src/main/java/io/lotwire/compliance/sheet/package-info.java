/** Spreadsheets of critical tracking events: FDA's electronic sortable one and those of trade partners, as XLSX and CSV. */
package io.lotwire.compliance.sheet;
