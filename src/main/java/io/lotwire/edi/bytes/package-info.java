/** Bytes of an interchange as text, numbers, dates and codes, looked at without making an object of each. */
package io.lotwire.edi.bytes;
