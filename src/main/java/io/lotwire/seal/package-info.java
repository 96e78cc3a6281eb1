/** Files that belong together in one ZIP file, with the SHA-256 of each in a manifest, which may be signed. */
package io.lotwire.seal;
