/** The style and the scripts of pages, each under an address that names its content. */
package io.lotwire.web.asset;
