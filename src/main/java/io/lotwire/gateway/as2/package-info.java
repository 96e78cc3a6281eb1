/** AS2 as a Camel component: {@code as2:receive} takes what partners post to {@code /as2}, {@code as2:send} delivers. */
package io.lotwire.gateway.as2;
