/** Message disposition notifications (RFC 8098, RFC 4130 section 7): asked for, written, read. */
package io.lotwire.as2.mdn;
