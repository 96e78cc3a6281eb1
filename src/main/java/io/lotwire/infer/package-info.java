/** Draft profiles from sample files: what was found, on how much it stands, and what is still to be asked. */
package io.lotwire.infer;
