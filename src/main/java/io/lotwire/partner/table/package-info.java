/** Code lists and cross-references of a partner, by which their words are understood and spoken. */
package io.lotwire.partner.table;
