/** Who is told of doubts about lots, who took them up, and what is told of goods that expire. */
package io.lotwire.alert;
