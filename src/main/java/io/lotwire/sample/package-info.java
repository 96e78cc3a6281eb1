/** Golden samples of mappings and partners: what goes in, and the bytes that must come out. */
package io.lotwire.sample;
