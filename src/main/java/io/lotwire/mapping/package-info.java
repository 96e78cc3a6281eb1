/** Mappings: YAML files that say where in a document lots, items, quantities and parties stand, compiled, and run. */
package io.lotwire.mapping;
