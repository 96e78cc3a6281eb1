/** Lots, products and parties, written so that an import reads them to the character. */
package io.lotwire.registry.exporting;
