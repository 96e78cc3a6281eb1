/** The bytes of a message: in memory while they are few, in a file of the spool where they are many. */
package io.lotwire.as2.bytes;
