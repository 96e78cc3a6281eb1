/** From lot events to X12 and EDIFACT documents, as out-mappings say: the language of {@code mappings/out}. */
package io.lotwire.writing;
