/** What programs ask the registry over HTTP. */
package io.lotwire.gateway.question;
