/** What is known of one lot, who stated it since when, whether it may go, and what persons changed. */
package io.lotwire.registry.record;
