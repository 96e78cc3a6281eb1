/** What FDA's food traceability rule (21 CFR part 1, subpart S) asks to know of lots, and what documents tell of it. */
package io.lotwire.compliance;
