/** What a subscriber gets: lot events as JSON, as EPCIS 2.0, as CSV, or as an X12 document. */
package io.lotwire.document;
