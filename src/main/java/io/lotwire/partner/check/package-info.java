/** Checks of profiles that look around: schema, mappings, certificates, what two profiles share. */
package io.lotwire.partner.check;
