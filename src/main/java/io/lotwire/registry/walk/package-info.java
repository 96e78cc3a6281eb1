/** Follows lots from place to place and through runs of production, forwards and backwards in time, by steps alone. */
package io.lotwire.registry.walk;
