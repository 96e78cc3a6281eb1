/** What a received file is answered with: the TA1, 997, 999, CONTRL and 824, as was agreed with its sender. */
package io.lotwire.desk.answer;
