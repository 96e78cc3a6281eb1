/** The partners of the demonstration: real servers on loopback that speak their real protocol. */
package io.lotwire.demo;
