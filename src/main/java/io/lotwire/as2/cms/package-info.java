/** Signatures, encryption and compression as CMS makes them (RFC 5652): put on, checked, and taken off streams. */
package io.lotwire.as2.cms;
