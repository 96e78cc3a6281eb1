/** The book of goods: what of a lot is on hand where, what is under way, how it came to that, and what nothing explains. */
package io.lotwire.registry.balance;
