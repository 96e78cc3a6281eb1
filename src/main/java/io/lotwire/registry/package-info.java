/** What is known of each lot, and where it went: facts learnt from events, enrichment of later events, and the trace. */
package io.lotwire.registry;
