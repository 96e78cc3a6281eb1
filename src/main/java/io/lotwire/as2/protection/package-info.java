/** How a message can be protected: digests, encryptions and compression, and the MIC that proves its content. */
package io.lotwire.as2.protection;
