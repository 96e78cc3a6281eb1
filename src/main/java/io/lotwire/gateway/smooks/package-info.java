/** Smooks configurations run by Camel's {@code smooks:} component: those of mappings, and those that routes name. */
package io.lotwire.gateway.smooks;
