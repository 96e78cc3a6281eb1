/** How partners are reached: what wires have in common, and one room for each wire. */
package io.lotwire.wire;
