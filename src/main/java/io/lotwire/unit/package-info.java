/** Units of measure as X12 and UN/ECE call them, and what becomes of one in the words of the other. */
package io.lotwire.unit;
