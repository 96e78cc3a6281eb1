/** The webhook wire: documents that are posted over HTTPS, signed as Standard Webhooks says. */
package io.lotwire.wire.webhook;
