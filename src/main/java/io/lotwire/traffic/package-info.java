/** What came in and what went out: lists of it, found by any number, and the life line of each. */
package io.lotwire.traffic;
