/** Checks of headers, elements and levels, which say what is wrong and where. */
package io.lotwire.edi.check;
