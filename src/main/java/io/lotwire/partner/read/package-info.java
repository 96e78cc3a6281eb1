/** From the files of profiles, tables and guides to values, with every problem told. */
package io.lotwire.partner.read;
