/** The profiles and mappings in force, and the watch that puts changed ones in force. */
package io.lotwire.gateway.rule;
