/** What a subscriber gets: lot events as an EDI document, as JSON, as EPCIS 2.0, as CSV, or as a template makes it. */
package io.lotwire.document;
