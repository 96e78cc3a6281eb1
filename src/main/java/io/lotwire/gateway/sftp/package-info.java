/** Camel's {@code sftp:} with what a partner's profile says: login, algorithms, schedule, deadline, and files of the same name. */
package io.lotwire.gateway.sftp;
