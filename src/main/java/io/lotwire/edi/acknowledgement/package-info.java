/**
 * What is said of what was received, written and heard: TA1, 997, 999, 824 and 864 in X12, CONTRL and APERAK in EDIFACT.
 */
package io.lotwire.edi.acknowledgement;
