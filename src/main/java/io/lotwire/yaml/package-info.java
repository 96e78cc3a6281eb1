/** YAML files as values that know their file and line, and typed access that collects every problem. */
package io.lotwire.yaml;
