/** Who is told of doubts about lots, who took them up, and what is told of goods that expire, were shipped out of turn or are kept back. */
package io.lotwire.alert;
