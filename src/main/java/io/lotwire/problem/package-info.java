/** What is wrong with an input, as values: where it is, what it is, and how to mend it. */
package io.lotwire.problem;
