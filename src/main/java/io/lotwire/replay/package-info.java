/** Files that were received and kept, read again by the profiles and mappings of now, and what would come out otherwise. */
package io.lotwire.replay;
