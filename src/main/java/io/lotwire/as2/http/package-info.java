/**
 * HTTP to a partner's server, blocking, over connections that are kept. {@link io.lotwire.as2.http.HttpSender} is where to
 * begin.
 */
package io.lotwire.as2.http;
