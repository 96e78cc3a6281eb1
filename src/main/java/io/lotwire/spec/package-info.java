/** What is agreed with a partner, in words: for us, and as a page to send to them. */
package io.lotwire.spec;
