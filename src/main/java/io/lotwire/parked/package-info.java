/** What waits for a person: files, documents and deliveries that cannot go on by themselves, and what is done about them. */
package io.lotwire.parked;
