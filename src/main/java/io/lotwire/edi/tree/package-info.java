/** A transaction set as a tree of loops, and paths, by which mappings name places in it. */
package io.lotwire.edi.tree;
