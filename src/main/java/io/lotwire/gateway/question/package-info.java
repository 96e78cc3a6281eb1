/** What programs ask over HTTP: the registry, recalls, and what the food traceability rule asks. */
package io.lotwire.gateway.question;
