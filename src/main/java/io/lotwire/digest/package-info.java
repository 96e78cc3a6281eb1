/** What tells bytes from other bytes: their SHA-256, set up in one place. */
package io.lotwire.digest;
