/** What loggers measured beside goods, on which lots that hangs, and when it was outside of what their products bear. */
package io.lotwire.registry.reading;
