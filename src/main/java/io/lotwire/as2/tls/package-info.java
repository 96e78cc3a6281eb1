/** HTTPS to the very servers that a partner named. */
package io.lotwire.as2.tls;
