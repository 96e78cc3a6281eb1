/** Tests of the pages that need no gateway; those with one are in {@code journey}. */
package io.lotwire.web;
