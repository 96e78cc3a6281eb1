/** The nouns of lot traceability: the lot event, and the GS1 keys and quantities it is made of. */
package io.lotwire.lot;
