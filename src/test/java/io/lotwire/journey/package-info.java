/** The packaged gateway as a process of its own, with real partners around it. */
package io.lotwire.journey;
