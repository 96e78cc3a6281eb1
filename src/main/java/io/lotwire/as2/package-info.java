/**
 * An AS2 engine (RFC 4130, RFC 5402): receives, sends and confirms messages over the bytes exactly as they travel. Begin
 * with {@link io.lotwire.as2.As2Receiver#receive}, which takes the layers off ({@code Unwrapping}), and with {@link
 * io.lotwire.as2.As2Sender}, which puts them on ({@code Composition}).
 */
package io.lotwire.as2;
