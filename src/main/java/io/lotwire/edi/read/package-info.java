/** Reading files of interchanges: which segment begins and ends a file, an interchange, a group and a set. */
package io.lotwire.edi.read;
