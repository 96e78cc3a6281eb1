/** Who may what: accounts, sessions and keys, and the trail of what was changed by whom. */
package io.lotwire.access;
