/** An AS2 engine (RFC 4130, RFC 5402): receives, sends and confirms messages over the bytes exactly as they travel. */
package io.lotwire.as2;
