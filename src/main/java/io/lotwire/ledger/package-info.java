/** What came in, what went out, what was acknowledged: the durable inbox and outbox on PostgreSQL, and the archive of all bytes. */
package io.lotwire.ledger;
