/** Who asks for a page, and whether the request comes from a page of ours. */
package io.lotwire.web.door;
