/** What is asked of the registry, on the command line and by HTTP, and the answers. */
package io.lotwire.question;
