/** What is doubtful about a lot in an event, by what is known of the lot and asked of all lots. */
package io.lotwire.registry.doubt;
