/** The frame around the core: the process, its settings, and the steps that the routes in {@code routes/} call. */
package io.lotwire.gateway;
