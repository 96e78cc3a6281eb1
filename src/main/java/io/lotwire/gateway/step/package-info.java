/** The steps that the routes in {@code routes/} call, and the states of a document between them. */
package io.lotwire.gateway.step;
