/** The record of a recall: what was known when, who was told, who answered; as PDF with its tables as CSV, sealed and signed. */
package io.lotwire.recall.record;
