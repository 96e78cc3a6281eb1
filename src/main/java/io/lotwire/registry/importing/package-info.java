/** Files of lots, products and parties, read with every problem told, and kept all or nothing. */
package io.lotwire.registry.importing;
