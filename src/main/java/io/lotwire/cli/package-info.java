/** The command line: what people and scripts call, and what they get back. */
package io.lotwire.cli;
