/** What operators see: health, metrics, and what is said in the log from time to time. */
package io.lotwire.gateway.health;
