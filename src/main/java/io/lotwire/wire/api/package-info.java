/** The API wire: lot events and scans that partners' programs post over HTTP, each with a token. */
package io.lotwire.wire.api;
