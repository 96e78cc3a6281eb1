/** Why a message is not taken, and the limits it must keep. */
package io.lotwire.as2.refusal;
