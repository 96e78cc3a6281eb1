/** Certificates and keys that profiles name, and what is known of them without the engine that uses them. */
package io.lotwire.partner.certificate;
