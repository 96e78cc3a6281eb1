/** Mappings that the mapping language cannot say: Smooks configurations, run over files and giving lot events. */
package io.lotwire.smooks;
