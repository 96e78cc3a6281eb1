/** What a received file is answered with: whether it is as agreed, and the TA1, 997, 999, CONTRL and 824 that say so. */
package io.lotwire.answering;
