/** The pages. */
package io.lotwire.web.page;
