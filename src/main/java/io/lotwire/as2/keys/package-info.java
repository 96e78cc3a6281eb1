/** Private keys and certificates, the files they come in, and who computes with them. */
package io.lotwire.as2.keys;
