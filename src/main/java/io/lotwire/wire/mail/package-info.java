/** The mail wire: documents that are sent as e-mail. */
package io.lotwire.wire.mail;
