/** Headers and parts (RFC 2045, RFC 2046, RFC 5322), as places in the bytes that were received. */
package io.lotwire.as2.mime;
