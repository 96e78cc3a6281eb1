/** Goods counted once: which levels of a document state them, and how a quantity becomes that of one lot in one unit. */
package io.lotwire.mapping.goods;
