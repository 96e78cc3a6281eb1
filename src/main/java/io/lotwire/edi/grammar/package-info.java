/** What X12 allows where: sets, loops, segments and elements, read from the text files of this package's resources. */
package io.lotwire.edi.grammar;
