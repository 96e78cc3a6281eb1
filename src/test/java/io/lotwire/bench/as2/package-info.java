/** Our AS2 receiver beside as2-lib and OpenAS2: messages a second, and what a large one takes. */
package io.lotwire.bench.as2;
