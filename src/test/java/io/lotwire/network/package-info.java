/** A supply network that is made up from a seed, whose goods are followed as they mix, so that the right answers are known. */
package io.lotwire.network;
