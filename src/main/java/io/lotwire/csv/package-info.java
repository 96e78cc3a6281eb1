/** Rows of CSV (RFC 4180), written so that no spreadsheet takes a field for a formula, and read with the place of what is wrong. */
package io.lotwire.csv;
