/** What a regulator asks for: from the request to a sealed package, with its 24 hours and every step. */
package io.lotwire.compliance.request;
