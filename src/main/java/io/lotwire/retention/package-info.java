/** For how long bytes are kept: what partners agreed, what must be held longer, and the purge of the rest. */
package io.lotwire.retention;
