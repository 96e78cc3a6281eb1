/**
 * Decides of what came in, by the rules of one moment, once: whose it is, what was agreed, by which mapping it is read, and what is
 * answered.
 */
package io.lotwire.desk;
