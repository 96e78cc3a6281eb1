/**
 * Interchanges, groups and transaction sets as their headers name them and as they were found: what is acknowledged, and
 * what an agreement judges.
 */
package io.lotwire.edi.envelope;
