/** The AS2 wire (RFC 4130). */
package io.lotwire.wire.as2;
