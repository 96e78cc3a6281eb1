/** The grammar laid out for reading, so that a good segment is known at once to be good. */
package io.lotwire.edi.plan;
