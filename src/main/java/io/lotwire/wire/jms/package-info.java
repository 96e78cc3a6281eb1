/** The JMS wire: queues and topics of the gateway's broker. */
package io.lotwire.wire.jms;
