/** Master data: what is known of products, parties and lots beside what documents say, which lots may not go, and who said so. */
package io.lotwire.registry.master;
