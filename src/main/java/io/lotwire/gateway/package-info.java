/** The process around the core: its start and end, its settings, and what is made known to the steps and wires. */
package io.lotwire.gateway;
