/**
 * From JSON to lot events: events that others state, and scans of bar codes. What is wrong is told of each place at once, and a
 * file with an error gives nothing.
 */
package io.lotwire.capture;
