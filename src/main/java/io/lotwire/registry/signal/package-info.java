/** Which suppliers, plants and lanes have more trouble with lots than chance explains, and which lots are at risk by that. */
package io.lotwire.registry.signal;
