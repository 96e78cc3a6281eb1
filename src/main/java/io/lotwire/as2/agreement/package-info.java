/** What we and a partner agreed on: names, keys, how messages are made, and what is taken. */
package io.lotwire.as2.agreement;
