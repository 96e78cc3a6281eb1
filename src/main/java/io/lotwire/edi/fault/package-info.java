/** What can be wrong with X12 and EDIFACT, how an acknowledgement names it, and what becomes of what has it. */
package io.lotwire.edi.fault;
