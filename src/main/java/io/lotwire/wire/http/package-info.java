/** What wires that serve HTTP have in common. */
package io.lotwire.wire.http;
